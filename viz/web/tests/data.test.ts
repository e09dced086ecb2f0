import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Api } from '../src/api';
import { aliveAt, isGuessedAt, parseSpan } from '../src/data/dates';
import { cutOf, stepOfZ } from '../src/data/figures';
import { applyFilters } from '../src/data/filters';
import { parts, shortestPaths, within } from '../src/data/graph';
import { NO_FILTERS, type Filters } from '../src/state';
import { small } from './small';

//   0 ─ 1 ─ 3 ─ 4     5 is alone; 1 and 2 are two ways from 0 to 3; 0 and 1 are tied twice.
//    └─ 2 ─┘
const model = small({
  nodes: [
    { id: 'a', sector: 'public', departement: '38' },
    { id: 'b', sector: 'ess', poles: [4] },
    { id: 'c', sector: 'ess' },
    { id: 'd', sector: 'public', departement: '01' },
    { id: 'e', family: 'pole' },
    { id: 'f' },
  ],
  ties: [
    { ends: [0, 1], start: '2012' },
    { ends: [1, 0], layer: 'support', kind: 'financing' },
    { ends: [0, 2] },
    { ends: [1, 3], start: '2005', end: '2010' },
    { ends: [2, 3] },
    { ends: [3, 4], layer: 'affiliation', kind: 'membership' },
  ],
});
const api = new Api(() => 'fr');
const all = applyFilters(model, NO_FILTERS, null);
const filtered = (filters: Partial<Filters>) => applyFilters(model, { ...NO_FILTERS, ...filters }, null);

test('nothing is hidden without filters', async () => {
  assert.deepEqual([all.nNodes, all.nTies], [6, 6]);
  assert.equal(await cutOf(api, model, all), null);
});

test('a filter on ties keeps their ends, pale', () => {
  const shown = filtered({ off: { layer: ['affiliation'] } });
  assert.deepEqual([shown.nNodes, shown.nTies], [6, 5]);
  assert.equal(shown.faded[4], 1);
  assert.equal(shown.faded[5], 0, 'what never had a tie is not pale');
});

test('a filter on sectors spares poles and takes the ties of what it hides', () => {
  const shown = filtered({ off: { sector: ['ess', 'unknown'] } });
  assert.deepEqual([...shown.nodes], [1, 0, 0, 1, 1, 0]);
  assert.deepEqual([...shown.ties], [0, 0, 0, 0, 0, 1]);
});

test('counts of a group are what the other filters leave', () => {
  const shown = filtered({ off: { layer: ['support', 'affiliation'], sector: ['ess'] } });
  assert.equal(shown.counts.get('layer:affiliation'), 1);
  assert.equal(shown.counts.get('layer:support'), undefined);
  assert.equal(shown.counts.get('sector:ess'), 2);
});

test('a pole keeps itself and those that belong to it; a place those that are there', () => {
  assert.deepEqual([...filtered({ poles: ['e'] }).nodes], [0, 1, 0, 0, 1, 0]);
  assert.deepEqual([...filtered({ departements: ['38'] }).nodes], [1, 0, 0, 0, 0, 0]);
});

test('a date keeps what may be alive then, the undated too', () => {
  assert.deepEqual([...filtered({ at: '2011' }).ties], [0, 1, 1, 0, 1, 1]);
  assert.deepEqual([...filtered({ at: '2010' }).ties], [0, 1, 1, 1, 1, 1]);
  assert.equal(filtered({ at: '2012-05' }).ties[0], 1);
});

test('ties that nothing places by the date asked are counted', () => {
  const asked = parseSpan('1900');
  const dates = { start: null, end: null, first: null, last: null };
  assert.ok(asked && isGuessedAt(dates, asked) && isGuessedAt({ ...dates, last: '2012' }, asked));
  assert.ok(asked && !isGuessedAt({ ...dates, start: '1899' }, asked) && !isGuessedAt({ ...dates, first: '1900-05' }, asked));
  assert.equal(filtered({ at: '2011' }).guessed, 4);
  assert.equal(filtered({}).guessed, 0);
});

test('dates are intervals', () => {
  assert.equal(parseSpan('2012-13'), null);
  assert.equal(parseSpan('2012-02-30'), null);
  assert.equal(parseSpan('hier'), null);
  const leap = parseSpan('2012-02');
  assert.equal(leap && new Date(leap.latest).getUTCDate(), 29);
  const asked = parseSpan('2012-06-25');
  assert.ok(asked && aliveAt({ start: '2012', end: null, first: null, last: null }, asked));
  assert.ok(asked && !aliveAt({ start: '2012-07', end: null, first: null, last: null }, asked));
});

test('steps around a node', () => {
  assert.deepEqual(within(model, all.ties, 0, 1).sort(), [1, 2]);
  assert.deepEqual(within(model, all.ties, 0, 2).sort(), [1, 2, 3]);
  assert.deepEqual(within(model, all.ties, 5, 3), []);
});

test('every shortest path is counted, parallel ties being one way', () => {
  const found = shortestPaths(model, all.ties, 0, 4);
  assert.equal(found.total, 2);
  assert.deepEqual(found.nodes.map((path) => path.length), [4, 4]);
  assert.equal(shortestPaths(model, all.ties, 0, 5).total, 0);
});

test('a focus on a path shows its ties alone', () => {
  const shown = applyFilters(model, NO_FILTERS, { kind: 'path', from: 'a', to: 'd' });
  assert.deepEqual([...shown.nodes], [1, 1, 1, 1, 0, 0]);
  assert.deepEqual([...shown.ties], [1, 1, 1, 1, 1, 0]);
});

test('a focus around a node that is not there shows everything, and knows who was asked', () => {
  const shown = applyFilters(model, NO_FILTERS, { kind: 'ego', id: 'nobody', steps: 1 });
  assert.deepEqual([shown.nNodes, shown.missing], [6, 'nobody']);
  assert.equal(applyFilters(model, NO_FILTERS, { kind: 'path', from: 'a', to: 'nobody' }).missing, 'nobody');
});

test('parts, with and without somebody', () => {
  assert.equal(parts(model, all.nodes, all.ties).count, 2);
  assert.equal(parts(model, all.nodes, all.ties, [3]).count, 3);
});

test('the cut names what is hidden, or what is kept if that is shorter', async () => {
  assert.deepEqual(await cutOf(api, model, filtered({ off: { layer: ['affiliation'] } })), { nodes: [], ties: ['t5'] });
  assert.deepEqual(await cutOf(api, model, filtered({ departements: ['38'] })), { only: { nodes: ['a'], ties: [] } });
});

test('steps of the diverging ramp', () => {
  assert.deepEqual([-9, -2.1, -1, 0.5, 1, 2, 3].map(stepOfZ), [0, 1, 2, 3, 4, 5, 6]);
});
