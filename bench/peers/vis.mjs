import { DataSet } from 'vis-data/esnext';
import { Network } from 'vis-network/esnext';
import { graph, moves, painted, swing } from './common.mjs';

const { x, y, size, colour, source, target } = await graph();
const nodes = new DataSet(x.map((_, id) => ({ id, x: x[id], y: y[id], size: size[id], color: colour[id], shape: 'dot' })));
const edges = new DataSet(source.map((from, id) => ({ id, from, to: target[id], color: '#3A4650' })));
const network = new Network(document.getElementById('scene'), { nodes, edges }, { physics: false, layout: { improvedLayout: false }, edges: { smooth: false }, interaction: { dragNodes: false } });
network.once('afterDrawing', painted);
network.fit();
const { x: x0, y: y0 } = network.getViewPosition();
moves((i) => network.moveTo({ position: { x: x0 + swing(i) / network.getScale(), y: y0 } }));
