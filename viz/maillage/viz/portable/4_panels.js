// Everything around the picture: legend, chips, detail, search, status.
const SVG = 'http://www.w3.org/2000/svg';

function svg(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const toClass = (role) => `c-${role.replace('.', '-')}`;

function shapeIcon({ shape, colour: role, hollow, hatched }, px = 20) {
  const open = hollow || hatched || shape === 'pole';
  const icon = svg('svg', { viewBox: '-1.6 -1.6 3.2 3.2', width: px, height: px, 'aria-hidden': 'true', class: toClass(role), focusable: 'false' });
  icon.append(svg('path', { d: own(page.outlines, shape) || page.outlines.circle, class: open ? 'open' : 'full', 'stroke-width': open ? 0.28 : 0 }));
  if (hatched) icon.append(svg('path', { d: 'M-1 .2L.2-1M-.75.75L.75-.75M-.2 1L1-.2', stroke: 'currentColor', 'stroke-width': 0.3 }));
  const dot = own(page.dots, shape);
  if (dot) icon.append(svg('circle', { r: dot, class: open ? 'full' : 'open', 'stroke-width': 0 }));
  return icon;
}

function lineIcon({ colour: role, width, dash, hollow }) {
  const icon = svg('svg', { viewBox: '0 0 34 10', width: 34, height: 10, 'aria-hidden': 'true', class: toClass(role), focusable: 'false' });
  const line = (attributes) => svg('path', { d: 'M1 5H33', fill: 'none', 'stroke-linecap': 'round', 'stroke-dasharray': (dash || []).join(' '), ...attributes });
  icon.append(line({ stroke: 'currentColor', 'stroke-width': hollow ? 4.5 : width }));
  if (hollow) icon.append(line({ 'stroke-width': 2, class: 'inside' }));
  return icon;
}

function rowIcon(row) {
  if (row.key === 'hull') return tag('span', { class: 'swatch-hull', 'aria-hidden': 'true' });
  if (row.key === 'review') return tag('span', { class: 'swatch-review', 'aria-hidden': 'true' });
  if (row.shape) return shapeIcon(row, 18);
  return row.colour ? lineIcon(row) : null;
}

// Counts beside rows are what the other filters leave.
function renderLegend() {
  const holder = byId('legend-rows');
  const focused = document.activeElement && document.activeElement.id;
  const opened = new Set([...holder.querySelectorAll('details[open]')].map((one) => one.dataset.key));
  holder.replaceChildren();
  for (const group of ['layer', 'tier', 'sector', 'family', 'standing', 'status', 'mark']) {
    const rows = scene.legend.filter((row) => row.group === group && (row.count || row.group !== 'family'));
    if (!rows.length || (group === 'status' && rows.length < 2)) continue;
    const list = tag(group === 'mark' ? 'div' : 'fieldset', { class: `group group-${group}` });
    list.append(tag(group === 'mark' ? 'h3' : 'legend', {}, say(`group_${group}`)));
    for (const row of rows) {
      list.append(row.filters ? legendRow(group, row.key, inLanguage(row.label), row) : legendMark(row));
      if (group === 'layer') list.append(...kindRows(row.key, opened));
    }
    holder.append(list);
  }
  if (focused && byId(focused)) byId(focused).focus();
}

function legendRow(group, key, label, row) {
  const id = `row-${group}-${key}`;
  const box = tag('input', { type: 'checkbox', id, on: { change: () => toggle(group, key) } });
  box.checked = !state.off[group].has(key);
  const text = tag('span', { class: 'row-name' }, capital(label));
  if (row && row.letter) text.append(tag('span', { class: 'letter', 'aria-hidden': 'true' }, row.letter));
  return tag('label', { class: 'row', for: id }, box, row ? rowIcon(row) : null, text, tag('span', { class: 'count' }, number(remaining(group, key))));
}

function legendMark(row) {
  return tag('p', { class: 'row' }, rowIcon(row), tag('span', { class: 'row-name' }, capital(inLanguage(row.label))), tag('span', { class: 'count' }, number(marked(row.key))));
}

// How many of what is also drawn the filters leave.
function marked(key) {
  if (key === 'hull') return scene.hulls.filter(({ pole }) => shown.nodes[pole]).length;
  return nodes.filter((node) => shown.nodes[node.row] && (key === 'collective' ? node.hatched : node.review)).length;
}

function kindRows(layer, opened) {
  const kinds = [...new Set(ties.filter((tie) => tie.layer === layer).map((tie) => tie.kind))];
  if (kinds.length < 2) return [];
  const sorted = kinds.sort((a, b) => named('tie', a).localeCompare(named('tie', b), state.language));
  const rows = sorted.map((kind) => legendRow('kind', kind, named('tie', kind), null));
  const open = opened.has(layer) || sorted.some((kind) => state.off.kind.has(kind));
  return [tag('details', { 'data-key': layer, open }, tag('summary', { id: `kinds-${layer}` }, count('kinds', kinds.length), tag('span', { class: 'sr' }, ` : ${named('layer', layer)}`)), ...rows)];
}

function remaining(group, key) {
  if (group === 'sector' || group === 'family') {
    const others = group === 'sector' ? (node) => !node.plain && !state.off.family.has(node.family) : (node) => node.plain || !state.off.sector.has(node.sector);
    return nodes.filter((node) => node[group] === key && others(node)).length;
  }
  const rest = TIE_FILTERS.filter((name) => name !== group);
  return ties.filter((tie) => tie[group] === key && isOn(tie.source) && isOn(tie.target) && rest.every((name) => !state.off[name].has(tie[name]))).length;
}

function renderChips() {
  const chips = filterChips();
  const holder = byId('chips');
  holder.replaceChildren(
    ...chips.map(({ text, drop }) =>
      tag('li', {}, tag('span', { class: 'chip' }, tag('span', {}, text), tag('button', { type: 'button', 'aria-label': say('drop_filter', { name: text }), on: { click: drop } }, '×'))),
    ),
  );
  if (chips.length) holder.append(tag('li', {}, tag('button', { type: 'button', class: 'plain', on: { click: clearFilters } }, say('clear_all'))));
  byId('nothing').hidden = sum(shown.nodes) > 0;
}

function renderStatus() {
  const text = `${count('actors', sum(shown.nodes))} · ${count('ties', sum(shown.ties))} · ${count('names', names)}`;
  if (byId('status').textContent !== text) byId('status').textContent = text;
}

let speech = 0;
function announce(text) {
  clearTimeout(speech);
  speech = setTimeout(() => {
    byId('live').textContent = text;
  }, 500);
}

function select(node, { centre = false, focus = false } = {}) {
  state.selected = node;
  if (node && !shown.nodes[node.row]) {
    clearFilters();
  }
  renderDetail();
  markRows();
  redraw();
  if (!node) return;
  announce(describe(node));
  if (centre && view) view.moveTo({ position: { x: node.x, y: node.y }, scale: Math.max(zoom(), 1), animation: still.matches ? false : { duration: 400 } });
  if (focus) byId('detail').focus();
}

function describe(node) {
  const parts = [node.label, named('kind', node.kind)];
  if (!node.plain) parts.push(say('in_sector', { sector: named('sector', node.sector) }));
  parts.push(count('ties', node.ties.filter((tie) => shown.ties[tie.row]).length));
  if (node.poles.length) parts.push(node.poles.map((row) => nodes[row].label).join(', '));
  const visible = byName().filter((one) => shown.nodes[one.row]);
  parts.push(say('rank', { i: visible.indexOf(node) + 1, n: visible.length }));
  return parts.join(', ');
}

let ordered = null;
function byName() {
  ordered = ordered || [...nodes].sort((a, b) => a.label.localeCompare(b.label, 'fr') || a.row - b.row);
  return ordered;
}

function renderDetail() {
  const holder = byId('detail-body');
  holder.replaceChildren();
  const node = state.selected;
  byId('detail').classList.toggle('empty', !node);
  if (!node) {
    holder.append(tag('p', {}, say('detail_empty')), tag('h3', {}, say('reading')), tag('p', {}, inLanguage(scene.caption.encoding)));
    for (const out of scene.caption.left_out) holder.append(tag('p', { class: 'left-out' }, `${number(out.count)} ${inLanguage(out.label)}`));
    return;
  }
  const visible = node.ties.filter((tie) => shown.ties[tie.row]);
  const about = [named('kind', node.kind), node.plain ? '' : named('sector', node.sector), placeOf(node)];
  holder.append(
    tag('div', { class: 'who' }, shapeIcon(node, 30), tag('div', {}, tag('h3', { class: 'name', ...nameAttributes() }, node.label), tag('p', { class: 'about' }, capital(about.filter(Boolean).join(' · ')))), tag('button', { type: 'button', class: 'close', 'aria-label': say('close_detail'), on: { click: () => { select(null); byId('scene').focus(); } } }, '×')),
    tag('p', { class: 'sentence' }, tieSentence(node, visible)),
    stepButtons(node),
  );
  if (node.poles.length) holder.append(tag('p', { class: 'of-poles' }, say('belongs_to'), ' ', ...node.poles.flatMap((row, i) => [i ? ', ' : '', actorButton(nodes[row])])));
  if (visible.length) holder.append(tag('h4', {}, say('ties_title', { n: number(visible.length) })), tag('ul', { class: 'ties' }, ...byLayer(visible).map((tie) => tieItem(tie, node))));
  if (node.facts.length) holder.append(tag('h4', {}, say('facts_title')), factList(node.facts));
}

function tieSentence(node, visible) {
  if (!visible.length) return say('no_ties', { name: node.short });
  const layers = new Map();
  for (const tie of byLayer(visible)) layers.set(tie.layer, (layers.get(tie.layer) || 0) + 1);
  const parts = [...layers].map(([layer, n]) => `${named('layer', layer)} ${number(n)}`);
  const others = new Set(visible.map((tie) => other(tie, node))).size;
  return say('tie_sentence', { name: node.short, ties: count('ties', visible.length), others: count('others', others), layers: parts.join(', ') });
}

const LAYERS = ['cooperation', 'support', 'affiliation', 'institutional'];
function byLayer(some) {
  return [...some].sort((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) || a.row - b.row);
}

function actorButton(node) {
  return tag('button', { type: 'button', class: 'plain', ...nameAttributes(), on: { click: () => select(node, { centre: true }) } }, node.label);
}

function tieItem(tie, node) {
  const far = other(tie, node);
  const way = tie.directed ? say(tie.source === node ? 'way_out' : 'way_in') : '';
  const what = scene.aggregated ? count('shared', tie.weight) : [tie.subtype || named('tie', tie.kind), tieDates(tie)].filter(Boolean).join(', ');
  const said = scene.aggregated ? '' : [tie.subtype ? named('tie', tie.kind) : '', tie.status === 'active' ? '' : named('status', tie.status), tie.standing && named('standing', tie.standing)].filter(Boolean).join(' · ');
  return tag(
    'li',
    {},
    lineIcon({ colour: `layer.${tie.layer}`, width: tie.width, dash: tie.dash, hollow: tie.hollow }),
    tag('div', {}, tag('p', { class: 'far' }, way ? tag('span', { class: 'way' }, `${way} `) : null, actorButton(far)), tag('p', {}, what), tag('p', { class: 'said' }, said), tie.sources.length ? tag('p', { class: 'said' }, tie.sources.join(' ; ')) : null),
  );
}

function factList(facts) {
  const list = tag('dl', {});
  for (const fact of facts) list.append(tag('dt', {}, capital(named('field', fact.field))), tag('dd', nameAttributes(), factValue(fact)));
  return list;
}

function factValue({ field, value }) {
  const choice = words.get(`value:${field}:${value}`);
  if (choice) return inLanguage(choice);
  return page.numeric_fields.includes(field) && Number.isFinite(Number(value)) ? number(Number(value)) : value;
}

function stepButtons(node) {
  const steps = [1, 2, 3].map((n) => tag('button', { type: 'button', 'aria-pressed': String(Boolean(state.around && state.around.node === node && state.around.steps === n)), on: { click: () => around(node, n) } }, count('steps', n)));
  return tag('div', { class: 'steps', role: 'group', 'aria-label': say('around') }, tag('span', { 'aria-hidden': 'true' }, say('around')), ...steps, state.around ? tag('button', { type: 'button', on: { click: () => around(null, 0) } }, say('show_all')) : null);
}

// Search: blind to case and accents; what the filters hide is found, and said to be hidden.
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
let found = [];
let active = -1;

function searchFor(text) {
  const query = plain(text.trim());
  found = [];
  active = -1;
  if (query) {
    const scored = [];
    for (const node of nodes) {
      const name = node.key || (node.key = plain(node.label));
      const place = name.indexOf(query);
      if (place >= 0) scored.push([place === 0 ? 0 : /\W/.test(name[place - 1]) ? 1 : 2, -node.ties.length, node.row, node]);
    }
    scored.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    found = scored.slice(0, 10).map((one) => one[3]);
  }
  renderSearch(query);
}

function renderSearch(query) {
  const list = byId('search-list');
  list.replaceChildren(...found.map((node, i) => tag('li', { role: 'option', id: `found-${i}`, 'aria-selected': String(i === active), on: { mousedown: (event) => { event.preventDefault(); choose(node); } } }, shapeIcon(node, 16), tag('span', { class: 'row-name', ...nameAttributes() }, node.label), tag('span', { class: 'hint' }, shown.nodes[node.row] ? named('kind', node.kind) : say('search_hidden')))));
  const open = found.length > 0;
  list.hidden = !open;
  const input = byId('search');
  input.setAttribute('aria-expanded', String(open));
  if (active >= 0) input.setAttribute('aria-activedescendant', `found-${active}`);
  else input.removeAttribute('aria-activedescendant');
  if (query) announce(open ? count('results', found.length) : say('search_none'));
  byId('search-none').hidden = open || !query;
}

function choose(node) {
  byId('search').value = '';
  searchFor('');
  select(node, { centre: true, focus: true });
}

function onSearchKey(event) {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (!found.length) return;
    active = (active + (event.key === 'ArrowDown' ? 1 : found.length - 1) + (active < 0 && event.key === 'ArrowUp' ? 1 : 0)) % found.length;
    renderSearch('');
  } else if (event.key === 'Enter' && found.length) {
    event.preventDefault();
    choose(found[Math.max(active, 0)]);
  } else if (event.key === 'Escape') {
    event.target.value = '';
    searchFor('');
  }
}
