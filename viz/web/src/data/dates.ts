// Dates as intervals: a year is the whole year, and a tie is kept at a date if it may be alive.
import type { Dates } from './model';

export interface Span {
  earliest: number;
  latest: number;
}

const PART = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** `2012`, `2012-03`, `2012-03-05`, or two of them joined by `/`; null if it is not a date. */
export function parseSpan(text: string): Span | null {
  const parts = text.trim().split('/');
  if (parts.length > 2) return null;
  const spans = parts.map(parseOne);
  const [one, other] = [spans[0], spans[spans.length - 1]];
  return one && other ? { earliest: one.earliest, latest: other.latest } : null;
}

function parseOne(text: string): Span | null {
  const match = PART.exec(text.trim());
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  const earliest = Date.UTC(year, month ? month - 1 : 0, day || 1);
  const seen = new Date(earliest);
  if (month > 12 || (day && seen.getUTCDate() !== day)) return null;
  const latest = day ? earliest : Date.UTC(year, month || 12, 0);
  return { earliest, latest };
}

/** Whether the tie may be alive then: only what surely began after or ended before falls away. */
export function aliveAt({ start, end }: Dates, asked: Span): boolean {
  const [from, to] = [start && parseSpan(start), end && parseSpan(end)];
  return !(from && from.earliest > asked.latest) && !(to && to.latest < asked.earliest);
}

/** Whether nothing says that it was there by then: no start, and no sight of it so early. It is kept. */
export function isGuessedAt({ start, first, last }: Dates, asked: Span): boolean {
  const seen = first ?? last;
  const sight = seen && parseSpan(seen);
  return !start && !(sight && sight.earliest <= asked.latest);
}
