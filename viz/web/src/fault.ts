// What did not work, in words.
import { Problem } from './api';
import type { Lang } from './state';
import { say } from './words';

/** What the server says of it, else that it does not answer. */
export const fault = (error: unknown, lang: Lang): string => (error instanceof Problem && error.message) || say(lang, 'no_answer');
