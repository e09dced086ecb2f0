// The sentence that leads the view, computed from what is shown, and the line under it.
import { parts, tiesOf } from './data/graph';
import type { Shown } from './data/filters';
import { REVIEW, HIDDEN, type Model } from './data/model';
import { day, listed } from './format';
import { hasFilters, type Lang, type View } from './state';
import { count, say, type Word } from './words';

// What may hold the poles together is looked for among so many, in pictures up to such a size.
const CANDIDATES = 40;
const LOOK_UP_TO = 5000;

export function nameOf(model: Model, row: number, lang: Lang): string {
  return model.has(row, HIDDEN) ? say(lang, 'hidden_name') : model.labels[row];
}

/** The h1: the answer in words. */
export function sentence(model: Model, shown: Shown, view: View): string {
  const { lang, focus } = view;
  if (!model.n) return say(lang, 'empty');
  if (!hasFilters(view)) return model.caption.sentence[lang];
  if (shown.missing !== null) return say(lang, model.aggregated ? 'focus_by_pole' : 'focus_unknown', { name: shown.missing });
  if (focus?.kind === 'path') return pathSentence(model, shown, view);
  if (focus?.kind === 'ego') return egoSentence(model, shown, focus.id, focus.steps, lang);
  if (!shown.nTies) return say(lang, 'no_tie');
  return heldBy(model, shown, lang) ?? inParts(model, shown, lang);
}

function inParts(model: Model, shown: Shown, lang: Lang): string {
  let alone = 0;
  for (let row = 0; row < model.n; row += 1) if (shown.nodes[row] && !tiesOf(model, shown.ties, row).length) alone += 1;
  return say(lang, alone ? 'in_parts_alone' : 'in_parts', {
    actors: count(lang, 'actors', shown.nNodes - alone),
    ties: count(lang, 'ties', shown.nTies),
    parts: count(lang, 'parts', parts(model, shown.nodes, shown.ties).count - alone),
    alone: count(lang, 'alone', alone),
  });
}

function pathSentence(model: Model, shown: Shown, view: View): string {
  const { lang } = view;
  const found = shown.path;
  if (!found) return say(lang, 'no_tie');
  const [from, to] = [nameOf(model, found.from, lang), nameOf(model, found.to, lang)];
  if (!found.total) return say(lang, hasFilters({ ...view, focus: null }) ? 'path_none_filtered' : 'path_none', { from, to });
  const nodes = found.nodes[0];
  if (nodes.length === 2) return say(lang, 'path_direct', { from, to });
  const through = listed(nodes.slice(1, -1).map((row) => nameOf(model, row, lang)), lang);
  return say(lang, 'path_sentence', { from, to, through, steps: count(lang, 'steps', nodes.length - 1) });
}

function egoSentence(model: Model, shown: Shown, id: string, steps: number, lang: Lang): string {
  const row = model.row(id);
  if (steps === 1) return tieSentence(model, shown, row, lang);
  return say(lang, 'ego_wider', {
    steps: count(lang, 'steps', steps),
    name: nameOf(model, row, lang),
    actors: count(lang, 'actors', shown.nNodes - 1),
    ties: count(lang, 'ties', shown.nTies),
  });
}

/** « Val Horizon a 10 liens avec 9 acteurs : 8 soutien, 2 coopération. » */
export function tieSentence(model: Model, shown: Shown, row: number, lang: Lang): string {
  const name = nameOf(model, row, lang);
  const ties = tiesOf(model, shown.ties, row);
  if (!ties.length) return say(lang, 'ego_none', { name });
  const layers = new Map<string, number>();
  for (const tie of ties) {
    const layer = model.tieKey('layer', tie);
    layers.set(layer, (layers.get(layer) ?? 0) + 1);
  }
  const shares = [...layers].sort((a, b) => b[1] - a[1]).map(([layer, n]) => say(lang, `in_${layer}` as Word, { n }));
  const others = new Set(ties.map((tie) => model.other(tie, row))).size;
  return say(lang, 'ego_sentence', {
    name,
    ties: count(lang, 'ties', ties.length),
    others: count(lang, 'people', others),
    layers: shares.length === 1 ? model.word('layer', [...layers.keys()][0])[lang] : listed(shares, lang),
  });
}

/** The line of nuance: what is kept of what there is, and since when. */
export function nuance(model: Model, shown: Shown, view: View): string {
  const { lang } = view;
  if (!model.n) return say(lang, 'empty_nuance');
  if (!hasFilters(view)) return model.caption.nuance[lang];
  if (shown.missing !== null && model.aggregated) return inParts(model, shown, lang);
  if (shown.missing !== null) return say(lang, 'focus_unknown_note', { all: inParts(model, shown, lang) });
  const found = [`${count(lang, 'actors', shown.nNodes)}, ${count(lang, 'ties', shown.nTies)}`];
  if (view.focus?.kind === 'path' && shown.path && shown.path.total > 1) {
    found.push(say(lang, 'path_several', { paths: count(lang, 'paths', shown.path.total) }));
  }
  found.push(
    say(lang, 'left_by_filters', {
      actors: count(lang, 'actors', model.n),
      ties: count(lang, 'ties', model.m),
    }),
  );
  if (shown.guessed) found.push(count(lang, 'guessed', shown.guessed));
  return found.join(' · ');
}

/** What a person who does not see the picture needs. */
export function summary(model: Model, shown: Shown, view: View): string {
  const { lang } = view;
  if (!hasFilters(view)) return model.caption.summary[lang];
  return inParts(model, shown, lang);
}

/** One or two marks, no poles, without which most pairs of poles come apart. */
function heldBy(model: Model, shown: Shown, lang: Lang): string | null {
  if (shown.nNodes > LOOK_UP_TO) return null;
  const poles: number[] = [];
  for (let row = 0; row < model.n; row += 1) if (shown.nodes[row] && model.isPole(row)) poles.push(row);
  const all = (poles.length * (poles.length - 1)) / 2;
  if (poles.length < 2 || joined(model, shown, poles, []) < all) return null;
  const taken: number[] = [];
  for (let turn = 0; turn < 2; turn += 1) {
    const candidates = bridging(model, shown).filter((row) => !taken.includes(row));
    if (!candidates.length) return null;
    const left = candidates.map((row) => joined(model, shown, poles, [...taken, row]));
    const least = Math.min(...left);
    taken.push(candidates[left.indexOf(least)]);
    if (2 * least <= all) return held(model, poles.length, taken, lang);
  }
  return null;
}

function held(model: Model, poles: number, taken: number[], lang: Lang): string {
  const [first, second] = taken.map((row) => nameOf(model, row, lang));
  const values = { poles: count(lang, 'poles', poles), first };
  return second ? say(lang, 'held_by_two', { ...values, second }) : say(lang, 'held_by_one', values);
}

/** Pairs of poles that a path joins. */
function joined(model: Model, shown: Shown, poles: number[], without: number[]): number {
  const { of } = parts(model, shown.nodes, shown.ties, without);
  const sizes = new Map<number, number>();
  for (const pole of poles) sizes.set(of[pole], (sizes.get(of[pole]) ?? 0) + 1);
  let pairs = 0;
  for (const [part, size] of sizes) if (part >= 0) pairs += (size * (size - 1)) / 2;
  return pairs;
}

/** Marks tied to several islands, the most first. */
function bridging(model: Model, shown: Shown): number[] {
  const islands = new Map<number, Set<number>>();
  for (let tie = 0; tie < model.m; tie += 1) {
    if (!shown.ties[tie]) continue;
    for (const [row, near] of [[model.source[tie], model.target[tie]], [model.target[tie], model.source[tie]]]) {
      const home = model.island[near];
      if (home < 0 || model.isPole(row)) continue;
      const found = islands.get(row);
      if (found) found.add(home);
      else islands.set(row, new Set([home]));
    }
  }
  return [...islands]
    .filter(([, homes]) => homes.size > 1)
    .sort(([a, one], [b, other]) => other.size - one.size || (model.ids[a] < model.ids[b] ? -1 : 1))
    .slice(0, CANDIDATES)
    .map(([row]) => row);
}

/** « Val Horizon, autre, secteur non documenté, 10 liens, pôle Domb’Innov, 3 sur 73 ». */
export function accessibleName(model: Model, shown: Shown, row: number, lang: Lang, rank?: [number, number]): string {
  const said = [nameOf(model, row, lang), model.word('kind', model.key('kind', row))[lang]];
  if (!model.isPlain(row)) said.push(say(lang, 'in_sector', { sector: model.word('sector', model.key('sector', row))[lang] }));
  said.push(count(lang, 'ties', tiesOf(model, shown.ties, row).length));
  const poles = model.polesOf(row).filter((pole) => pole !== row);
  if (poles.length) said.push(say(lang, 'in_pole', { name: listed(poles.map((pole) => nameOf(model, pole, lang)), lang) }));
  if (model.has(row, REVIEW)) said.push(say(lang, 'review').toLowerCase());
  if (rank) said.push(say(lang, 'rank', { i: rank[0], n: rank[1] }));
  return said.join(', ');
}

/** « depuis 2012 », « constaté en 2012 », « sans date »; of a tie not there yet, « prévu » first. */
export function whenOf(model: Model, tie: number, lang: Lang): string {
  const when = datesOf(model, tie, lang);
  const status = model.tieKey('status', tie);
  if (status === 'planned') return say(lang, 'planned_then', { when });
  return status === 'ended' && !model.dates(tie).end ? say(lang, 'ended_then', { when }) : when;
}

function datesOf(model: Model, tie: number, lang: Lang): string {
  const { start, end, first, last } = model.dates(tie);
  const said: string[] = [];
  if (start) said.push(say(lang, isDay(start) ? 'since_day' : 'since', { date: day(start, lang) }));
  if (end) said.push(say(lang, isDay(end) ? 'until_day' : 'until', { date: day(end, lang) }));
  if (said.length) return said.join(', ');
  const seen = last ?? first;
  if (!seen) return say(lang, 'no_date');
  return say(lang, isDay(seen.split('/')[0]) ? 'observed_on' : 'observed_in', { date: day(seen, lang) });
}

/** French says « depuis le 1er mars 2012 », but « depuis mars 2012 ». */
const isDay = (iso: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(iso);
