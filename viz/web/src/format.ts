// Numbers, dates and lists as French and English write them.
import type { Fact, Text } from './data/packed';
import type { Lang } from './state';

const THIN = '\u202f';
const MONTHS = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

export const inLang = (text: Text, lang: Lang): string => text[lang];

/** What stands between a name and what is said of it. */
export const colon = (lang: Lang): string => (lang === 'fr' ? `${THIN}: ` : ': ');

/** 12 400 · 12,400 */
export function whole(value: number, lang: Lang): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+(?!\d))/g, lang === 'fr' ? THIN : ',');
}

/** One decimal for expectations, two for indices; a true minus sign. */
export function decimal(value: number, digits: number, lang: Lang): string {
  const [int, part] = Math.abs(value).toFixed(digits).split('.');
  const text = whole(Number(int), lang) + (part ? (lang === 'fr' ? ',' : '.') + part : '');
  return value < 0 && Number(text.replace(/[^\d]/g, '')) ? `−${text}` : text;
}

/** +0,20 · −0,31 */
export function signed(value: number, digits: number, lang: Lang): string {
  const text = decimal(value, digits, lang);
  return text.startsWith('−') || !/[1-9]/.test(text) ? text : `+${text}`;
}

/** [−1 ; +1] · [−1, +1] */
export function range(low: number, high: number, digits: number, lang: Lang): string {
  const [a, b] = [signed(low, digits, lang), signed(high, digits, lang)];
  return lang === 'fr' ? `[${a}${THIN}; ${b}]` : `[${a}, ${b}]`;
}

export function pValue(p: number, lang: Lang): string {
  return p < 0.001 ? `p\u00a0<\u00a0${decimal(0.001, 3, lang)}` : `p\u00a0=\u00a0${decimal(p, 2, lang)}`;
}

/** « 19 septembre 2014 », « mars 2013 », « 2012 ». */
export function day(iso: string, lang: Lang): string {
  if (iso.includes('/')) return iso.split('/').map((part) => day(part, lang)).join(' – ');
  const [year, month, date] = iso.split('-').map(Number);
  if (!month) return String(year);
  const name = MONTHS[lang][month - 1] ?? '';
  if (!date) return `${name} ${year}`;
  return `${lang === 'fr' && date === 1 ? '1er' : date} ${name} ${year}`;
}

/** Moments: « 19 sept. 2014, 14 h 05 ». */
export function moment(iso: string, lang: Lang): string {
  const when = new Date(iso);
  if (Number.isNaN(when.getTime())) return iso;
  return when.toLocaleString(lang === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

/** « a, b et c ». */
export function listed(parts: readonly string[], lang: Lang): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} ${lang === 'fr' ? 'et' : 'and'} ${parts[parts.length - 1]}`;
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}

/** Case and accents folded, for search. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/[’ʼ`´]/g, "'")
    .toLowerCase();
}

/** Ordinary spaces of a template turned into those of French typography. */
export function frenchSpaces(text: string): string {
  return text
    .replace(/\s*([;:!?%])(?=\s|$|[.,)\]])/g, `${THIN}$1`)
    .replace(/«\s*/g, `«${THIN}`)
    .replace(/\s*»/g, `${THIN}»`);
}

// Quantities are written as such; years, codes and identifiers are left as they are.
const QUANTITY = /(_eur|_count|^jobs|^fte|^hours|^votes)$/;

export function factText({ field, value }: Fact, lang: Lang): string {
  if (!QUANTITY.test(field) || !/^\d+(\.\d+)?$/.test(value)) return value;
  return Number.isInteger(Number(value)) ? whole(Number(value), lang) : decimal(Number(value), 1, lang);
}
