// What was dropped and said of it, so that a page that is loaded anew goes on: kept by this tab
// alone, and no longer than it; nothing of it once it is saved or given up.
import { draftOf, type Draft } from './data';

const KEY = 'maillage.import';
// What a tab may keep, as text; a larger file is asked for again.
const LARGEST = 3_000_000;

/** `file` is null when it was too large to keep; `job` is a save that the server was at. */
export interface Recalled {
  draft: Draft;
  whole: boolean;
  job: string | null;
}

type Told = Omit<Draft, 'file' | 'decisions'> & { name: string; type: string; bytes: string | null; decisions: [string, unknown][]; job: string | null };

const texts = new WeakMap<File, string | null>();

export async function keep(draft: Draft, job: string | null = null): Promise<void> {
  const { file, decisions, ...said } = draft;
  if (!texts.has(file)) texts.set(file, file.size > LARGEST ? null : await asText(file));
  const told: Told = { ...said, name: file.name, type: file.type, bytes: texts.get(file) ?? null, decisions: [...decisions], job };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(told));
  } catch {
    // A full or forbidden store: the page works as before, and forgets when it is loaded anew.
    forget();
  }
}

export function forget(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing could be kept, so nothing is.
  }
}

export function recall(): Recalled | null {
  try {
    const told = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Told | null;
    return told && recalled(told);
  } catch {
    forget();
    return null;
  }
}

function recalled({ name, type, bytes, decisions, job, ...said }: Told): Recalled {
  const file = new File(bytes === null ? [] : [asBytes(bytes)], name, { type });
  if (bytes !== null) texts.set(file, bytes);
  return { draft: { ...draftOf(file), ...said, decisions: new Map(decisions as [string, never][]) }, whole: bytes !== null, job };
}

async function asText(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

const asBytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
