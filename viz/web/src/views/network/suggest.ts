// Suggestions of the search: actors and poles of the scene, those outside the filters said so.
import { capital, folded } from '../../format';
import type { Suggestion } from '../../ui/search';
import { answers } from '../../ui/search-rank';
import { markIcon } from '../../ui/icons';
import type { Match } from '../../api';
import type { Model } from '../../data/model';
import { SHAPES } from '../../generated/tokens';
import { markOf, type Net } from './net';

const MOST = 9;
const foldedNames = new WeakMap<Model, string[]>();

function namesOf(model: Model): string[] {
  const known = foldedNames.get(model) ?? model.labels.map(folded);
  foldedNames.set(model, known);
  return known;
}

export function suggestions(net: Net, text: string, choose: (row: number) => void): Suggestion[] {
  const { model, shown } = net;
  const found: { row: number; score: number }[] = [];
  namesOf(model).forEach((name, row) => {
    const score = answers(name, text);
    if (score >= 0) found.push({ row, score: score - (model.isPole(row) ? 0.5 : 0) - Math.min(model.degree[row], 99) / 1000 });
  });
  found.sort((a, b) => a.score - b.score);
  return found.slice(0, MOST).map(({ row }) => ({
    key: model.ids[row],
    text: net.name(row),
    note: shown.nodes[row] ? whereOf(net, row) : net.say('search_hidden'),
    icon: markIcon(markOf(net, row), 18),
    choose: () => choose(row),
  }));
}

function whereOf(net: Net, row: number): string {
  const { model } = net;
  const pole = model.polesOf(row).find((one) => one !== row);
  const said = [capital(net.word('kind', model.key('kind', row)))];
  if (pole !== undefined) said.push(net.name(pole));
  else if (model.key('departement', row)) said.push(net.word('departement', model.key('departement', row)));
  return said.join(' · ');
}

const shapes: Record<string, string> = SHAPES;

/** An actor that the server found and the scene does not hold. */
export function matchSuggestion(match: Match, choose: () => void): Suggestion {
  const plain = match.family === 'pole' || match.family === 'gathering';
  const icon = markIcon({ shape: shapes[match.family] ?? 'circle', colour: plain ? match.family : `sector.${match.sector}`, hollow: match.family === 'gathering' || match.sector === 'unknown' }, 18);
  return { key: match.id, text: match.label, note: match.where, icon, choose };
}
