// Names: the selection, what it is tied to, then as the layout placed them. None meets another.
function drawNames(ctx) {
  const scale = zoom();
  const [{ x: left, y: top }, { x: right, y: bottom }] = [view.DOMtoCanvas({ x: 0, y: 0 }), view.DOMtoCanvas({ x: byId('canvas').clientWidth, y: byId('canvas').clientHeight })];
  const edges = [left, top, right, bottom].map((side) => side * scale);
  // The buttons of the zoom stand over the lower right corner.
  const boxes = [[edges[2] - 60, edges[3] - 150, edges[2], edges[3]]];
  const marks = state.selected || state.around ? marksInView(edges) : [];
  names = 0;
  ctx.save();
  ctx.textBaseline = 'alphabetic';
  ctx.lineJoin = 'round';
  ctx.setLineDash([]);
  for (const { node, place, px, bold, asked } of wanted(scale)) {
    if (node.x < left || node.x > right || node.y < top || node.y > bottom) continue;
    ctx.font = `${bold ? 700 : 400} ${px / scale}px ${page.font}`;
    const width = ctx.measureText(node.short).width * scale;
    const clear = (box) => !asked || bold || !marks.some((mark) => mark.node !== node && meet(box, mark.box));
    const free = (box) => inside(box, edges) && !boxes.some((one) => meet(box, one)) && clear(box);
    const box = places(place, asked).map((side) => nameBox(node, width, px * 1.25, side, scale)).find(free);
    if (!box) continue;
    boxes.push(box);
    ctx.strokeStyle = colour('ground');
    ctx.lineWidth = 3.4 / scale;
    ctx.fillStyle = colour(dimmed(node) ? 'ink2' : 'ink');
    const [x, y] = [box[0] / scale, (box[1] + px) / scale];
    ctx.strokeText(node.short, x, y);
    ctx.fillText(node.short, x, y);
    names += 1;
  }
  ctx.restore();
}

function marksInView(edges) {
  const scale = zoom();
  const found = [];
  for (const node of nodes) {
    const [x, y, r] = [node.x * scale, node.y * scale, size(node)];
    const box = [x - r, y - r, x + r, y + r];
    if (shown.nodes[node.row] && meet(box, edges)) found.push({ node, box });
  }
  return found;
}

const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
const inside = (box, edges) => edges[0] <= box[0] && edges[1] <= box[1] && box[2] <= edges[2] && box[3] <= edges[3];
const SIDES = ['E', 'W', 'N', 'S', 'NE', 'SE', 'NW', 'SW'];

// A name that was asked for may leave the side that the layout gave it.
function places(place, asked) {
  return asked ? [place, ...SIDES.filter((side) => side !== place)] : [place];
}

function wanted(scale) {
  const list = [];
  const taken = new Set();
  const add = (node, place, px, bold, asked) => {
    if (!taken.has(node) && shown.nodes[node.row]) list.push({ node, place, px, bold, asked });
    taken.add(node);
  };
  const placed = new Map(scene.labels.node.map((row, i) => [row, i]));
  const asPlaced = (node, { bold = false, asked = false } = {}) => {
    const i = placed.get(node.row);
    if (i === undefined) add(node, 'E', 11.5, bold, asked);
    else add(node, at('place', scene.labels.place[i]), scene.labels.size[i], bold || Boolean(scene.labels.bold[i]), asked);
  };
  if (state.selected) asPlaced(state.selected, { bold: true, asked: true });
  if (state.hovered) asPlaced(state.hovered, { bold: true, asked: true });
  const focus = state.around ? state.around.node : state.selected;
  scene.labels.node.forEach((row, i) => scene.labels.bold[i] && scene.labels.min_zoom[i] <= scale + 1e-3 && asPlaced(nodes[row]));
  if (focus) for (const tie of focus.ties) if (shown.ties[tie.row]) asPlaced(other(tie, focus), { asked: true });
  scene.labels.node.forEach((row, i) => scene.labels.min_zoom[i] <= scale + 1e-3 && asPlaced(nodes[row]));
  return list;
}

// As maillage.viz.labels.label_box, in px of the screen.
function nameBox(node, width, height, place, scale) {
  const [x, y] = [node.x * scale, node.y * scale];
  const reachOut = size(node) + 4;
  const slant = reachOut * 0.72;
  const boxLeft = place.includes('E') ? x + (place === 'E' ? reachOut : slant) : place.includes('W') ? x - (place === 'W' ? reachOut : slant) - width : x - width / 2;
  let boxTop = y - height / 2;
  if (place === 'N') boxTop = y - reachOut - height;
  else if (place === 'S') boxTop = y + reachOut;
  else if (place === 'NE' || place === 'NW') boxTop = y - slant - height;
  else if (place === 'SE' || place === 'SW') boxTop = y + slant;
  return [boxLeft, boxTop, boxLeft + width, boxTop + height];
}
