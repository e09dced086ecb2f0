// The picture. vis-network holds the camera, the marks' places and what is under the pointer;
// hulls, ties and names are drawn here, as the explorer draws them.
let view = null;
let names = 0;
const outlines = new Map(Object.entries(page.outlines).map(([shape, path]) => [shape, new Path2D(path)]));
const media = (query) => window.matchMedia(query);
const still = media('(prefers-reduced-motion: reduce)');
const contrast = media('(prefers-contrast: more)');
const forced = media('(forced-colors: active)');
const night = media('(prefers-color-scheme: dark)');

function isDark() {
  return state.theme === 'auto' ? night.matches : state.theme === 'dark';
}

// Only the page's own colours are ever used, by the name of their role.
function colour(role) {
  if (forced.matches) return role === 'ground' || role === 'panel' || role === 'hull' ? 'Canvas' : 'CanvasText';
  return own(page.colours[isDark() ? 'dark' : 'light'], role) || page.colours.light.ink;
}

const zoom = () => (view ? view.getScale() : 1);
const size = (node) => node.radius * Math.sqrt(zoom());

function dimmed(node) {
  if (contrast.matches || forced.matches) return false;
  if (shown.faded[node.row]) return true;
  return state.selected !== null && node !== state.selected && !isNeighbour(node);
}

function isNeighbour(node) {
  return state.selected.ties.some((tie) => shown.ties[tie.row] && other(tie, state.selected) === node);
}

function start() {
  const options = network.options;
  options.nodes.ctxRenderer = ({ ctx, id, x, y }) => ({
    drawNode: () => drawMark(ctx, nodes[id], x, y),
    nodeDimensions: target(nodes[id]),
  });
  view = new vis.Network(
    byId('canvas'),
    { nodes: new vis.DataSet(network.nodes), edges: new vis.DataSet(network.edges) },
    options,
  );
  const frame = byId('canvas').firstElementChild;
  if (frame) frame.setAttribute('tabindex', '-1');
  view.on('beforeDrawing', (ctx) => {
    drawHulls(ctx);
    drawTies(ctx);
  });
  view.on('afterDrawing', (ctx) => {
    drawFocus(ctx);
    drawNames(ctx);
    renderStatus();
  });
  view.on('click', ({ nodes: hit }) => select(hit.length ? nodes[hit[0]] : null));
  view.on('doubleClick', ({ nodes: hit }) => hit.length && around(nodes[hit[0]], 1));
  view.on('hoverNode', ({ node }) => hover(nodes[node]));
  view.on('blurNode', () => hover(null));
  fit(nodes, { animate: false });
}

// At least 24 px to aim at, in the units of the scene.
function target(node) {
  const side = Math.max(2 * size(node), 24) / zoom();
  return { width: side, height: side };
}

function hover(node) {
  state.hovered = node;
  byId('canvas').classList.toggle('over', Boolean(node));
  redraw();
}

function redraw() {
  if (view) view.redraw();
}

function hideMarks() {
  if (!view) return;
  const changes = nodes.filter((node) => node.concealed !== !shown.nodes[node.row]);
  for (const node of changes) node.concealed = !shown.nodes[node.row];
  view.body.data.nodes.update(changes.map((node) => ({ id: node.row, hidden: node.concealed })));
}

function fit(some, { animate = true } = {}) {
  if (!view || !some.length) return;
  const box = some.length === nodes.length ? scene.bounds : around_(some);
  const { clientWidth: width, clientHeight: height } = byId('canvas');
  const scale = Math.min(width / (box.right - box.left), height / (box.bottom - box.top), 2);
  const position = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  view.moveTo({ position, scale, animation: animate && !still.matches ? { duration: 400, easingFunction: 'easeOutQuad' } : false });
}

function around_(some) {
  const margin = 70;
  const xs = some.map((node) => node.x);
  const ys = some.map((node) => node.y);
  return { left: Math.min(...xs) - margin, right: Math.max(...xs) + margin, top: Math.min(...ys) - margin, bottom: Math.max(...ys) + margin };
}

function zoomBy(factor) {
  const scale = Math.min(Math.max(zoom() * factor, 0.05), 8);
  view.moveTo({ scale, animation: still.matches ? false : { duration: 120 } });
}

function drawHulls(ctx) {
  ctx.fillStyle = colour('hull');
  for (const hull of scene.hulls) {
    if (!shown.nodes[hull.pole]) continue;
    ctx.beginPath();
    for (let i = 0; i < hull.polygon.length; i += 2) ctx.lineTo(hull.polygon[i], hull.polygon[i + 1]);
    ctx.closePath();
    ctx.fill();
    if (forced.matches) ctx.stroke();
  }
}

// One path per look: ties drawn alike are drawn together.
function drawTies(ctx) {
  const scale = zoom();
  const looks = new Map();
  for (const tie of ties) {
    if (!shown.ties[tie.row]) continue;
    const strong = state.selected === null || tie.source === state.selected || tie.target === state.selected;
    const key = `${tie.layer} ${tie.width} ${tie.hollow} ${strong}`;
    if (!looks.has(key)) looks.set(key, { tie, strong, some: [] });
    looks.get(key).some.push(tie);
  }
  const rank = ({ strong, tie }) => (strong ? 10 : 0) + (tie.layer === 'cooperation' ? 1 : 0);
  for (const { tie, strong, some } of [...looks.values()].sort((a, b) => rank(a) - rank(b))) {
    const path = new Path2D();
    for (const one of some) tracePath(path, one);
    ctx.save();
    ctx.globalAlpha = strong || contrast.matches ? (state.selected ? 1 : 0.85) : page.context_ties;
    ctx.lineCap = 'round';
    ctx.setLineDash(tie.dash.map((part) => part / scale));
    ctx.strokeStyle = colour(`layer.${tie.layer}`);
    // From far, lines thin a little so that the whole stays light.
    const width = (tie.width * Math.min(1, 0.55 + 0.45 * scale)) / scale;
    ctx.lineWidth = tie.hollow ? width + 2 / scale : width;
    ctx.stroke(path);
    if (tie.hollow) {
      ctx.strokeStyle = colour('ground');
      ctx.globalAlpha = 1;
      ctx.lineWidth = width;
      ctx.stroke(path);
    }
    ctx.restore();
  }
  for (const tie of ties) {
    const near = scale >= 1.5 || (state.selected && (tie.source === state.selected || tie.target === state.selected));
    if (near && shown.ties[tie.row]) drawStanding(ctx, tie, scale);
  }
}

// The arc's middle stands `bend` × the chord off it; a quadratic curve passes half-way to its control.
function control(tie) {
  const { source: a, target: b, bend } = tie;
  return { x: (a.x + b.x) / 2 + (b.y - a.y) * 2 * bend, y: (a.y + b.y) / 2 - (b.x - a.x) * 2 * bend };
}

function tracePath(path, tie) {
  path.moveTo(tie.source.x, tie.source.y);
  if (!tie.bend) path.lineTo(tie.target.x, tie.target.y);
  else {
    const middle = control(tie);
    path.quadraticCurveTo(middle.x, middle.y, tie.target.x, tie.target.y);
  }
}

// Who said so: a tick at each end that declared it; « ! » where one end denies it. On the
// selection, an arrowhead says which way.
function drawStanding(ctx, tie, scale) {
  const middle = control(tie);
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = colour(`layer.${tie.layer}`);
  ctx.lineWidth = 2 / scale;
  [tie.source, tie.target].forEach((end, which) => {
    const angle = Math.atan2(middle.y - end.y, middle.x - end.x);
    const off = (size(end) + 5) / scale;
    const [x, y] = [end.x + Math.cos(angle) * off, end.y + Math.sin(angle) * off];
    const [dx, dy] = [(-Math.sin(angle) * 4) / scale, (Math.cos(angle) * 4) / scale];
    if (tie.declared[which]) {
      ctx.beginPath();
      ctx.moveTo(x - dx, y - dy);
      ctx.lineTo(x + dx, y + dy);
      ctx.stroke();
    }
    if (which && tie.directed && state.selected && !tie.hollow) {
      const [back, side] = [9 / scale, 4 / scale];
      const [tx, ty] = [end.x + Math.cos(angle) * ((size(end) + 2) / scale), end.y + Math.sin(angle) * ((size(end) + 2) / scale)];
      ctx.beginPath();
      ctx.moveTo(tx, ty);
      ctx.lineTo(tx + Math.cos(angle) * back - Math.sin(angle) * side, ty + Math.sin(angle) * back + Math.cos(angle) * side);
      ctx.lineTo(tx + Math.cos(angle) * back + Math.sin(angle) * side, ty + Math.sin(angle) * back - Math.cos(angle) * side);
      ctx.fill();
    }
  });
  if (tie.standing === 'contested') {
    const [x, y] = [(tie.source.x + tie.target.x + 2 * middle.x) / 4, (tie.source.y + tie.target.y + 2 * middle.y) / 4];
    disc(ctx, x, y, 8 / scale, colour('error'));
    ctx.fillStyle = colour('panel');
    ctx.font = `700 ${12 / scale}px ${page.font}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillText('!', x, y);
  }
  ctx.restore();
}

function disc(ctx, x, y, radius, fill) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = fill;
  ctx.fill();
}

function drawMark(ctx, node, x, y) {
  const scale = zoom();
  const radius = size(node) / scale;
  const ink = colour(node.colour);
  const panel = colour('panel');
  const pole = node.family === 'pole';
  ctx.save();
  ctx.globalAlpha = dimmed(node) ? page.context_nodes : 1;
  ctx.translate(x, y);
  ctx.scale(radius, radius);
  const line = (width) => width / (radius * scale);
  const outline = outlines.get(node.shape) || outlines.get('circle');
  ctx.lineJoin = 'round';
  ctx.setLineDash([]);
  const open = node.hollow || node.hatched || pole;
  ctx.fillStyle = open ? panel : ink;
  ctx.fill(outline);
  if (node.hatched) hatch(ctx, outline, ink, line);
  ctx.strokeStyle = open ? ink : colour('ground');
  ctx.lineWidth = line(open ? 2 : 1);
  ctx.stroke(outline);
  const dot = own(page.dots, node.shape);
  if (dot) disc(ctx, 0, 0, dot, node.hollow || pole ? ink : panel);
  if (node.review) {
    ctx.strokeStyle = colour('review');
    ctx.lineWidth = line(2);
    ctx.setLineDash([line(4), line(3)]);
    ctx.beginPath();
    ctx.arc(0, 0, 1 + line(6), 0, 2 * Math.PI);
    ctx.stroke();
  }
  ctx.restore();
}

function hatch(ctx, outline, ink, line) {
  ctx.save();
  ctx.clip(outline);
  ctx.strokeStyle = ink;
  ctx.lineWidth = line(2.2);
  ctx.beginPath();
  for (let offset = -3; offset <= 3; offset += line(4.6)) {
    ctx.moveTo(offset - 2, 2);
    ctx.lineTo(offset + 2, -2);
  }
  ctx.stroke();
  ctx.restore();
}

function drawFocus(ctx) {
  for (const node of [state.hovered, state.selected]) {
    if (!node || !shown.nodes[node.row]) continue;
    const scale = zoom();
    ctx.save();
    ctx.lineWidth = 3 / scale;
    ctx.strokeStyle = colour(node === state.selected ? 'focus' : 'accent');
    ctx.beginPath();
    ctx.arc(node.x, node.y, (size(node) + 5) / scale, 0, 2 * Math.PI);
    ctx.stroke();
    ctx.restore();
  }
}
