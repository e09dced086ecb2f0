import cytoscape from 'cytoscape';
import { graph, moves, painted, swing } from './common.mjs';

const { x, y, size, colour, source, target } = await graph();
const cy = cytoscape({
  container: document.getElementById('scene'),
  elements: {
    nodes: x.map((_, i) => ({ data: { id: `n${i}`, size: 2 * size[i], colour: colour[i] }, position: { x: x[i], y: y[i] } })),
    edges: source.map((one, i) => ({ data: { id: `e${i}`, source: `n${one}`, target: `n${target[i]}` } })),
  },
  layout: { name: 'preset' },
  style: [
    { selector: 'node', style: { width: 'data(size)', height: 'data(size)', 'background-color': 'data(colour)' } },
    { selector: 'edge', style: { width: 1.5, 'line-color': '#3A4650', 'curve-style': 'haystack' } },
  ],
});
cy.one('render', painted);
let last = 0;
moves((i) => {
  cy.panBy({ x: swing(i) - last, y: 0 });
  last = swing(i);
});
