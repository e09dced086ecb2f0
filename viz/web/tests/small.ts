// A small scene, as the server sends it.
import { Model } from '../src/data/model';
import type { Numbers, Packed } from '../src/data/packed';

export interface Drawn {
  nodes: { id: string; name?: string; family?: string; sector?: string; poles?: number[]; island?: number; departement?: string }[];
  ties: { ends: [number, number]; layer?: string; kind?: string; standing?: string; start?: string; end?: string }[];
}

function codes(values: (string | undefined)[]): [Numbers, string[]] {
  const names: string[] = [];
  const column = values.map((value) => {
    if (value === undefined) return -1;
    if (!names.includes(value)) names.push(value);
    return names.indexOf(value);
  });
  return [Int32Array.from(column), names];
}

export function small({ nodes, ties }: Drawn): Model {
  const [family, families] = codes(nodes.map((node) => node.family ?? 'enterprise'));
  const [sector, sectors] = codes(nodes.map((node) => node.sector ?? 'unknown'));
  const [departement, departements] = codes(nodes.map((node) => node.departement));
  const [layer, layers] = codes(ties.map((tie) => tie.layer ?? 'cooperation'));
  const [kind, kinds] = codes(ties.map((tie) => tie.kind ?? 'partnership'));
  const [standing, standings] = codes(ties.map((tie) => tie.standing ?? 'reported'));
  const [dates, dateNames] = codes([...ties.map((tie) => tie.start), ...ties.map((tie) => tie.end)]);
  const zeros = (n: number): Numbers => new Float64Array(n);
  const [n, m] = [nodes.length, ties.length];
  const degree = Int32Array.from(nodes, (_, row) => ties.filter(({ ends }) => ends.includes(row)).length);
  const packed: Packed = {
    format: 'maillage-scene/1+columns',
    codes: { kind: ['enterprise'], family: families, shape: ['circle'], sector: sectors, colour: ['sector.ess'], departement: departements, region: [], tie: kinds, layer: layers, tier: [], status: ['active'], standing: standings, date: dateNames, place: ['E'] },
    dashes: [[]],
    nodes: {
      id: nodes.map(({ id }) => id),
      label: nodes.map(({ id, name }) => name ?? id),
      x: Float64Array.from(nodes, (_, row) => 50 * row),
      y: zeros(n),
      radius: zeros(n).fill(6),
      degree,
      neighbours: degree,
      kind: zeros(n),
      family,
      shape: zeros(n),
      sector,
      colour: zeros(n),
      departement,
      region: zeros(n).fill(-1),
      island: Int32Array.from(nodes, ({ island }) => island ?? -1),
      flags: zeros(n),
      short: [],
      poles: nodes.map(({ poles }) => Int32Array.from(poles ?? [])),
      stands_for: {},
      value: {},
      facts: {},
    },
    ties: {
      id: ties.map((_, tie) => `t${tie}`),
      source: Int32Array.from(ties, ({ ends }) => ends[0]),
      target: Int32Array.from(ties, ({ ends }) => ends[1]),
      kind,
      layer,
      tier: zeros(m).fill(-1),
      status: zeros(m),
      standing,
      width: zeros(m).fill(1.5),
      dash: zeros(m),
      flags: zeros(m),
      start: dates.slice(0, m),
      end: dates.slice(m),
      first_observed: zeros(m).fill(-1),
      last_observed: zeros(m).fill(-1),
      bend: zeros(m),
      subtype: {},
      weight: zeros(m).fill(1),
      facts: {},
      sources: {},
    },
    hulls: [],
    labels: { node: zeros(0), place: zeros(0), min_zoom: zeros(0), size: zeros(0), bold: zeros(0) },
    legend: [],
    caption: { sentence: { fr: 'Phrase.', en: 'Sentence.' }, nuance: { fr: '', en: '' }, summary: { fr: '', en: '' }, encoding: { fr: '', en: '' }, nodes: n, ties: m, components: 1, undated: 0, left_out: [] },
    bounds: { left: 0, top: 0, right: 100, bottom: 100 },
    words: {},
    seed: 1,
    revision: '1',
    date: null,
    aggregated: false,
  };
  return new Model(packed);
}
