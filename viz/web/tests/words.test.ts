import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromQuery, toQuery } from '../src/address';
import { applyFilters } from '../src/data/filters';
import { day, decimal, factText, folded, listed, pValue, range, signed, whole } from '../src/format';
import { nuance, sentence } from '../src/sentence';
import { NO_FILTERS, START, Store, turned, type View } from '../src/state';
import { answers } from '../src/ui/search-rank';
import { count, say } from '../src/words';
import { small } from './small';

test('numbers as each language writes them', () => {
  assert.equal(whole(1234567, 'fr'), '1\u202f234\u202f567');
  assert.equal(whole(1234, 'en'), '1,234');
  assert.equal(decimal(-0.314, 2, 'fr'), '−0,31');
  assert.equal(decimal(-0.001, 2, 'en'), '0.00');
  assert.equal(signed(0.2, 2, 'fr'), '+0,20');
  assert.equal(signed(0, 2, 'fr'), '0,00');
  assert.equal(range(-1, 1, 0, 'fr'), '[−1\u202f; +1]');
  assert.equal(range(-1, 1, 0, 'en'), '[−1, +1]');
  assert.equal(pValue(0.0004, 'fr'), 'p\u00a0<\u00a00,001');
});

test('dates and lists', () => {
  assert.equal(day('2014-09-19', 'fr'), '19 septembre 2014');
  assert.equal(day('2013-03', 'fr'), 'mars 2013');
  assert.equal(day('2012-05-01', 'fr'), '1er mai 2012');
  assert.equal(day('2012/2014', 'en'), '2012 – 2014');
  assert.equal(listed(['a', 'b', 'c'], 'fr'), 'a, b et c');
});

test('quantities are grouped, years are not', () => {
  assert.equal(factText({ field: 'amount_eur', value: '1000000' }, 'fr'), '1\u202f000\u202f000');
  assert.equal(factText({ field: 'founded_year', value: '2012' }, 'fr'), '2012');
});

test('French spaces and plurals', () => {
  assert.equal(say('fr', 'without', { name: 'public' }), 'Sans\u202f: public');
  assert.equal(count('fr', 'ties', 0), '0 lien');
  assert.equal(count('en', 'ties', 0), '0 ties');
  assert.equal(count('fr', 'ties', 1200), '1\u202f200 liens');
});

test('search is blind to case, accents, apostrophes', () => {
  assert.equal(folded('Éole d’Œuvre'), "eole d'oeuvre");
  assert.equal(answers(folded('SCIC Éole'), 'eole'), 1);
  assert.equal(answers(folded('Éole'), 'eole'), 0);
  assert.equal(answers(folded('Conseil régional Rhône-Alpes'), folded('rhone conseil')), 3);
  assert.equal(answers('abc', 'xyz'), -1);
});

test('the address spells the whole view and reads it back', () => {
  const view: View = {
    ...START,
    lang: 'en',
    filters: { off: { layer: ['support'], sector: ['ess', 'public'] }, poles: ['p,1'], departements: ['2A'], at: '2012-03', review: true },
    focus: { kind: 'ego', id: 'x:y', steps: 2 },
    selection: ['a&b', 'é'],
    table: 'ties',
    colour: 'field:jobs',
    size: 'same',
    camera: { x: -12.5, y: 3, k: 0.75 },
    scope: 'all',
    moved: { 'a:b': [12, -40] },
  };
  assert.deepEqual(fromQuery(toQuery(view), 'fr'), view);
  const path: View = { ...START, focus: { kind: 'path', from: 'a', to: 'b' } };
  assert.deepEqual(fromQuery(toQuery(path), 'en'), path);
});

test('an address that makes no sense opens the first view', () => {
  assert.deepEqual(fromQuery('view=nowhere&lang=xx&ego=x&cam=1,2&table=z&moved=x', 'fr'), START);
});

test('undo goes back through acts, not through the camera', () => {
  const store = new Store(START);
  store.set({ filters: turned(NO_FILTERS, 'layer', 'support') });
  store.set({ camera: { x: 1, y: 1, k: 1 }, lang: 'en' });
  store.set({ selection: ['a'] });
  assert.ok(store.undo());
  assert.deepEqual(store.view.selection, []);
  assert.ok(store.undo());
  assert.deepEqual(store.view.filters, NO_FILTERS);
  assert.equal(store.view.lang, 'en');
  assert.equal(store.undo(), false);
  assert.ok(store.redo());
  assert.deepEqual(store.view.filters.off.layer, ['support']);
});

test('a row of the legend turned twice is as before', () => {
  assert.deepEqual(turned(turned(NO_FILTERS, 'tier', 'none'), 'tier', 'none'), NO_FILTERS);
});

test('the sentence says who holds the poles together, else the parts', () => {
  const bridge = small({
    nodes: [{ id: 'p', family: 'pole', island: 0 }, { id: 'q', family: 'pole', island: 1 }, { id: 'hub', name: 'La Région' }, { id: 'x' }],
    ties: [{ ends: [0, 2] }, { ends: [2, 1] }, { ends: [0, 3], layer: 'support' }],
  });
  const view: View = { ...START, filters: turned(NO_FILTERS, 'layer', 'support') };
  const shown = applyFilters(bridge, view.filters, null);
  assert.equal(sentence(bridge, shown, view), 'Sans La Région, la plupart des 2 pôles ne sont plus reliés entre eux.');
  const apart: View = { ...START, filters: turned(NO_FILTERS, 'layer', 'cooperation') };
  const left = applyFilters(bridge, apart.filters, null);
  assert.equal(sentence(bridge, left, apart), '2 acteurs, lieux et pôles, 1 lien, en un seul ensemble\u202f; 2 autres sans lien.');
  assert.ok(nuance(bridge, left, apart).includes('Sur 4 acteurs'));
  const lost: View = { ...START, focus: { kind: 'ego', id: 'parti', steps: 1 } };
  const all = applyFilters(bridge, NO_FILTERS, lost.focus);
  assert.equal(sentence(bridge, all, lost), '«\u202fparti\u202f» n’est pas dans ce réseau.');
  assert.ok(nuance(bridge, all, lost).includes('4 acteurs'));
  const old: View = { ...START, filters: { ...NO_FILTERS, at: '1900' } };
  assert.ok(nuance(bridge, applyFilters(bridge, old.filters, null), old).includes('3 liens au début inconnu'));
});
