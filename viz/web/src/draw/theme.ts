// Colours by role, in the theme of the moment; sizes for a wall screen.
import { COLOURS, FONT } from '../generated/tokens';

export type Role = keyof (typeof COLOURS)['light'];
export type ThemeName = 'light' | 'dark' | 'print';

const media = (query: string): MediaQueryList => window.matchMedia(query);
const night = media('(prefers-color-scheme: dark)');
const forced = media('(forced-colors: active)');
const contrast = media('(prefers-contrast: more)');
const still = media('(prefers-reduced-motion: reduce)');
const coarse = media('(pointer: coarse)');

export const font = FONT;
export const isForced = (): boolean => forced.matches;
export const isStill = (): boolean => still.matches;
export const isCoarse = (): boolean => coarse.matches;
/** Nothing is dimmed for those who ask for contrast. */
export const mayDim = (): boolean => !forced.matches && !contrast.matches;

export function themeName(): ThemeName {
  const said = document.documentElement.dataset.theme;
  if (said === 'light' || said === 'dark') return said;
  return night.matches ? 'dark' : 'light';
}

const GROUNDS: readonly string[] = ['ground', 'panel', 'hull'];

/** The colour of a role; in forced colours shapes, dashes and letters carry everything. */
export function colour(role: string, theme: ThemeName = themeName()): string {
  if (forced.matches && theme !== 'print') return GROUNDS.includes(role) ? 'Canvas' : role === 'focus' ? 'Highlight' : 'CanvasText';
  const known: Record<string, string> = COLOURS[theme];
  return known[role] ?? known.ink;
}

export function onThemeChange(call: () => void): void {
  for (const query of [night, forced, contrast, still, coarse]) query.addEventListener('change', call);
}
