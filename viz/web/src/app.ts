// What every view is given.
import type { Api } from './api';
import type { Store, View } from './state';
import type { Frame } from './ui/frame';
import type { Live } from './ui/live';
import type { Settings } from './ui/settings';

export interface App {
  store: Store;
  api: Api;
  live: Live;
  frame: Frame;
  settings: Settings;
  /** Grows with each change of data made here: what was fetched before is stale. */
  revision: number;
  me: { role: 'reader' | 'editor' | 'admin'; name: string } | null;
  /** Says that data was changed here. */
  wrote(): void;
  /** How many matches wait for a decision, if it is known. */
  waits(n: number): void;
}

export interface ViewPart {
  element: HTMLElement;
  /** Each time it comes on screen. */
  shown(): void;
  update(view: View, before: View): void;
}
