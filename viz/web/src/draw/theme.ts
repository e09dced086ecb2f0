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

let printing = false;

/** On paper the ground is white, whatever the screen. */
export function setPrinting(on: boolean): void {
  printing = on;
  known = null;
}

let known: { name: ThemeName; forced: boolean; colours: Map<string, string> } | null = null;

/** Read anew after a change of settings or of the device. */
export function forgetTheme(): void {
  known = null;
}

function theme(): NonNullable<typeof known> {
  if (!known) {
    const said = document.documentElement.dataset.theme;
    const name = printing ? 'print' : said === 'light' || said === 'dark' ? said : night.matches ? 'dark' : 'light';
    known = { name, forced: forced.matches, colours: new Map(Object.entries(COLOURS[name])) };
  }
  return known;
}

export const themeName = (): ThemeName => theme().name;

const GROUNDS: readonly string[] = ['ground', 'panel', 'hull'];

/** The colour of a role; in forced colours shapes, dashes and letters carry everything. */
export function colour(role: string): string {
  const { forced: plain, colours } = theme();
  if (plain) return GROUNDS.includes(role) ? 'Canvas' : role === 'focus' ? 'Highlight' : 'CanvasText';
  return colours.get(role) ?? (colours.get('ink') as string);
}

export function onThemeChange(call: () => void): void {
  const changed = (): void => {
    forgetTheme();
    call();
  };
  for (const query of [night, forced, contrast, still, coarse]) query.addEventListener('change', changed);
}
