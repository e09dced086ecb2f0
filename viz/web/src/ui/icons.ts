// The marks of the picture and the few signs of the interface, as SVG.
import { DOTS, OUTLINES } from '../generated/tokens';
import type { LegendRow } from '../data/packed';
import { svg } from './dom';

const outlines: Record<string, string> = OUTLINES;
const dots: Record<string, number> = DOTS;
const token = (role: string): string => `var(--${role.replace('.', '-')})`;

export interface Mark {
  shape: string;
  colour: string;
  hollow?: boolean;
  hatched?: boolean;
  outlined?: boolean;
}

/** A mark as the picture draws it. */
export function markIcon({ shape, colour, hollow = false, hatched = false, outlined = false }: Mark, px = 18): SVGElement {
  const open = hollow || hatched || shape === 'pole';
  const ink = token(colour);
  const path = outlines[shape] ?? outlines.circle;
  const icon = svg('svg', { viewBox: '-1.7 -1.7 3.4 3.4', width: px, height: px, 'aria-hidden': 'true', class: 'mark' });
  icon.append(
    svg('path', { d: path, fill: open ? 'var(--panel)' : ink, stroke: open ? ink : outlined ? 'var(--ink)' : 'none', 'stroke-width': outlined && !open ? 0.16 : 0.3, 'stroke-linejoin': 'round' }),
  );
  if (hatched) icon.append(svg('path', { d: 'M-1 .2L.2-1M-.75.75L.75-.75M-.2 1L1-.2', stroke: ink, 'stroke-width': 0.32 }));
  const dot = dots[shape];
  if (dot) icon.append(svg('circle', { r: dot, fill: open ? ink : 'var(--panel)' }));
  return icon;
}

export interface Line {
  colour: string;
  width: number;
  dash: readonly number[];
  hollow?: boolean;
}

export function lineIcon({ colour, width, dash, hollow = false }: Line, px = 34): SVGElement {
  const icon = svg('svg', { viewBox: `0 0 ${px} 10`, width: px, height: 10, 'aria-hidden': 'true', class: 'line' });
  const line = (stroke: string, wide: number): SVGElement =>
    svg('path', { d: `M2 5H${px - 2}`, fill: 'none', stroke, 'stroke-width': wide, 'stroke-linecap': 'round', 'stroke-dasharray': dash.length ? dash.join(' ') : undefined });
  icon.append(line(token(colour), hollow ? width + 2 : width));
  if (hollow) icon.append(line('var(--panel)', Math.max(width - 0.2, 1.4)));
  return icon;
}

export function legendIcon(row: LegendRow): SVGElement | null {
  if (row.key === 'hull') {
    return svg('svg', { viewBox: '0 0 22 16', width: 22, height: 16, 'aria-hidden': 'true' }, svg('rect', { x: 1, y: 1, width: 20, height: 14, rx: 6, fill: token('hull'), stroke: token('rule') }));
  }
  if (row.key === 'review') {
    return svg('svg', { viewBox: '0 0 18 18', width: 18, height: 18, 'aria-hidden': 'true' }, svg('circle', { cx: 9, cy: 9, r: 7, fill: 'none', stroke: token('review'), 'stroke-width': 2, 'stroke-dasharray': '4 3' }));
  }
  if (row.shape) return markIcon({ shape: row.shape, colour: row.colour, hollow: row.hollow, hatched: row.hatched });
  return row.colour ? lineIcon(row) : null;
}

const GLYPHS: Record<string, string> = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.4 15.4 20 20',
  undo: 'M9 7 4 12l5 5M4.5 12H15a5 5 0 0 1 0 10h-2',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  close: 'M6 6l12 12M18 6 6 18',
  network: 'M6.5 6.5a2.5 2.5 0 1 0 .01 0M17.5 6.5a2.5 2.5 0 1 0 .01 0M12 15.5a2.5 2.5 0 1 0 .01 0M9 9h6M7.6 11l3 4.6M16.4 11l-3 4.6',
  import: 'M12 4v11M7.5 11l4.5 4.5L16.5 11M4 19.5h16',
  review: 'M4 12.5l5 5L20 6.5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  settings: 'M4 7h9M17 7h3M15 4.5v5M4 17h3M11 17h9M9 14.5v5',
  legend: 'M4 6h3M4 12h3M4 18h3M11 6h9M11 12h9M11 18h9',
  table: 'M4 5h16v14H4zM4 10h16M10 5v14',
  arrow: 'M5 12h14M13 6l6 6-6 6',
};

/** Signs of the interface; always beside words, or the name of a button. */
export function glyph(name: string, px = 20): SVGElement {
  return svg(
    'svg',
    { viewBox: '0 0 24 24', width: px, height: px, 'aria-hidden': 'true', class: 'glyph' },
    svg('path', { d: GLYPHS[name], fill: 'none', stroke: 'currentColor', 'stroke-width': name === 'more' ? 3.4 : 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
  );
}

export function logo(px = 28): SVGElement {
  return svg(
    'svg',
    { viewBox: '0 0 24 24', width: px, height: px, 'aria-hidden': 'true' },
    svg('path', { d: 'M12 5 5 18M12 5l7 13M5 18h14', stroke: 'var(--accent)', 'stroke-width': 2, fill: 'none' }),
    svg('circle', { cx: 12, cy: 5, r: 3.4, fill: token('sector.ess') }),
    svg('rect', { x: 1.8, y: 14.8, width: 6.4, height: 6.4, rx: 1, fill: token('sector.public') }),
    svg('path', { d: 'm19 14 4 7h-8z', fill: 'var(--accent)' }),
  );
}
