// What the page was given: the scene in columns, what pyvis built, words, colours and outlines.
// Names are other people's: they are only ever written with textContent or on the canvas.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const scene = read('scene-data');
const network = read('network-data');
const page = read('page-data');

const byId = (id) => document.getElementById(id);
const at = (table, index) => (index < 0 ? null : scene.codes[table][index]);
const own = (object, key) => (Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined);

const nodes = scene.nodes.id.map((id, row) => ({
  row,
  id,
  label: scene.nodes.label[row],
  short: own(scene.nodes.short, row) ?? scene.nodes.label[row],
  x: network.nodes[row].x,
  y: network.nodes[row].y,
  radius: scene.nodes.radius[row],
  kind: at('kind', scene.nodes.kind[row]),
  family: at('family', scene.nodes.family[row]),
  shape: at('shape', scene.nodes.shape[row]),
  sector: at('sector', scene.nodes.sector[row]),
  colour: at('colour', scene.nodes.colour[row]),
  departement: at('departement', scene.nodes.departement[row]),
  region: at('region', scene.nodes.region[row]),
  hollow: Boolean(scene.nodes.flags[row] & 1),
  hatched: Boolean(scene.nodes.flags[row] & 2),
  review: Boolean(scene.nodes.flags[row] & 4),
  hidden: Boolean(scene.nodes.flags[row] & 8),
  island: scene.nodes.island[row],
  poles: own(scene.nodes.poles, row) || [],
  facts: own(scene.nodes.facts, row) || [],
  ties: [],
}));
for (const node of nodes) {
  node.plain = node.family === 'pole' || node.family === 'gathering';
}

const ties = network.edges.map(({ from, to }, row) => ({
  row,
  source: nodes[from],
  target: nodes[to],
  kind: at('tie', scene.ties.kind[row]),
  layer: at('layer', scene.ties.layer[row]),
  tier: tierKey(at('tier', scene.ties.tier[row])),
  status: at('status', scene.ties.status[row]),
  standing: at('standing', scene.ties.standing[row]),
  width: scene.ties.width[row],
  dash: scene.dashes[scene.ties.dash[row]],
  bend: own(scene.ties.bend, row) || 0,
  directed: Boolean(scene.ties.flags[row] & 1),
  hollow: Boolean(scene.ties.flags[row] & 2),
  declared: [Boolean(scene.ties.flags[row] & 4), Boolean(scene.ties.flags[row] & 8)],
  start: at('date', scene.ties.start[row]),
  end: at('date', scene.ties.end[row]),
  observed: at('date', scene.ties.last_observed[row]),
  subtype: own(scene.ties.subtype, row) || '',
  weight: own(scene.ties.weight, row) || 1,
  facts: own(scene.ties.facts, row) || [],
  sources: own(scene.ties.sources, row) || [],
}));
for (const tie of ties) {
  tie.source.ties.push(tie);
  if (tie.target !== tie.source) tie.target.ties.push(tie);
}

function tierKey(tier) {
  return tier === 'capital' || tier === 'means' ? tier : 'none';
}

// Everything that changes while the page is read.
const state = {
  language: document.documentElement.lang === 'en' ? 'en' : 'fr',
  theme: 'auto',
  off: { layer: new Set(), kind: new Set(), tier: new Set(), sector: new Set(), family: new Set(), standing: new Set(), status: new Set() },
  around: null,
  selected: null,
  hovered: null,
};

const words = new Map(Object.entries(scene.words));
const inLanguage = (text) => (text ? text[state.language] : '');

// « 38 Isère », else the région.
function placeOf(node) {
  const { departement } = node;
  if (!departement) return node.region || '';
  const name = named('departement', departement);
  return name === departement ? departement : `${departement} ${name}`;
}

// The name of a code: sector, kind, field… A field nobody knows is named by itself.
function named(table, key) {
  const found = words.get(`${table}:${key}`);
  return found ? inLanguage(found) : key;
}

function say(key, values = {}) {
  const template = page.words[key][state.language === 'fr' ? 0 : 1];
  return template.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

function number(value) {
  return new Intl.NumberFormat(state.language).format(value);
}

function count(key, n) {
  const [oneFr, manyFr, oneEn, manyEn] = page.counts[key];
  const template = state.language === 'fr' ? (n < 2 ? oneFr : manyFr) : n === 1 ? oneEn : manyEn;
  return template.replace('{n}', number(n));
}

const capital = (text) => text.charAt(0).toLocaleUpperCase(state.language) + text.slice(1);

// « 19 septembre 2014 », « mars 2013 », « 2012 », « 2012 – 2013 ».
function when(iso) {
  if (iso.includes('/')) return iso.split('/').map(when).join(' – ');
  const [year, month, day] = iso.split('-').map(Number);
  if (!month) return String(year);
  const date = new Date(Date.UTC(year, month - 1, day || 1));
  const parts = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  if (day) parts.day = 'numeric';
  return new Intl.DateTimeFormat(state.language === 'fr' ? 'fr' : 'en-GB', parts).format(date);
}

const isDay = (iso) => iso.length === 10;

function tieDates(tie) {
  const found = [];
  // French says « depuis le 1 mars 2012 », but « depuis mars 2012 ».
  if (tie.start) found.push(say(isDay(tie.start) ? 'since_day' : 'since', { date: when(tie.start) }));
  if (tie.end) found.push(say(isDay(tie.end) ? 'until_day' : 'until', { date: when(tie.end) }));
  if (!found.length && tie.observed) {
    const word = isDay(tie.observed.split('/')[0]) ? 'observed_on' : 'observed_in';
    found.push(say(word, { date: when(tie.observed) }));
  }
  return found.length ? found.join(', ') : say('no_date');
}

// A tag with attributes and children; texts are texts.
function tag(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value == null) continue;
    if (key === 'on') for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

// Names keep their own language when the page is in English.
const nameAttributes = () => (state.language === 'en' ? { lang: 'fr' } : {});
