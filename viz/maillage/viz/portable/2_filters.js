// Which marks are shown. The legend row and the chip are two faces of one state.
const shown = { nodes: new Uint8Array(nodes.length), ties: new Uint8Array(ties.length), faded: new Uint8Array(nodes.length) };
const TIE_FILTERS = ['layer', 'kind', 'tier', 'standing', 'status'];

function passes(tie) {
  return TIE_FILTERS.every((name) => !state.off[name].has(tie[name]));
}

function isOn(node) {
  return !state.off.family.has(node.family) && (node.plain || !state.off.sector.has(node.sector));
}

const other = (tie, node) => (tie.source === node ? tie.target : tie.source);

function applyFilters() {
  const inReach = state.around ? reach(state.around.node, state.around.steps) : null;
  for (const node of nodes) {
    shown.nodes[node.row] = isOn(node) && (!inReach || inReach.has(node)) ? 1 : 0;
    shown.faded[node.row] = 0;
  }
  const filtered = TIE_FILTERS.some((name) => state.off[name].size > 0);
  const tied = new Uint8Array(nodes.length);
  for (const tie of ties) {
    const visible = shown.nodes[tie.source.row] && shown.nodes[tie.target.row] && passes(tie);
    shown.ties[tie.row] = visible ? 1 : 0;
    if (visible) tied[tie.source.row] = tied[tie.target.row] = 1;
  }
  if (filtered) for (const node of nodes) shown.faded[node.row] = node.ties.length && !tied[node.row] ? 1 : 0;
}

// Those within so many steps of a node, through what the filters leave.
function reach(start, steps) {
  const found = new Set([start]);
  let edge = [start];
  for (let step = 0; step < steps; step += 1) {
    const next = [];
    for (const node of edge) {
      for (const tie of node.ties) {
        const near = other(tie, node);
        if (passes(tie) && isOn(near) && !found.has(near)) {
          found.add(near);
          next.push(near);
        }
      }
    }
    edge = next;
  }
  return found;
}

function toggle(group, key) {
  const off = state.off[group];
  if (off.has(key)) off.delete(key);
  else off.add(key);
  changed();
}

function around(node, steps) {
  state.around = node && steps ? { node, steps } : null;
  changed();
  if (state.around) fit([...reach(node, steps)]);
}

function clearFilters() {
  for (const off of Object.values(state.off)) off.clear();
  state.around = null;
  changed();
}

// One per filter: what it says and how to take it away.
function filterChips() {
  const chips = [];
  if (state.around) {
    const { node, steps } = state.around;
    chips.push({ text: `${node.short}, ${count('steps', steps)}`, drop: () => around(null, 0) });
  }
  for (const [group, off] of Object.entries(state.off)) {
    for (const key of off) {
      chips.push({ text: say('without', { name: rowName(group, key) }), drop: () => toggle(group, key) });
    }
  }
  return chips;
}

function rowName(group, key) {
  if (group === 'kind') return named('tie', key);
  const row = scene.legend.find((one) => one.group === group && one.key === key);
  return row ? inLanguage(row.label) : key;
}

function changed() {
  applyFilters();
  renderHeading();
  hideMarks();
  renderChips();
  renderLegend();
  renderTables();
  renderDetail();
  redraw();
  announce(`${count('actors', sum(shown.nodes))}, ${count('ties', sum(shown.ties))}`);
}

const sum = (flags) => flags.reduce((total, flag) => total + flag, 0);
