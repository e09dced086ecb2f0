import Graph from 'graphology';
import Sigma from 'sigma';
import { graph, moves, painted, swing } from './common.mjs';

const { x, y, size, colour, source, target } = await graph();
const drawn = new Graph({ multi: true });
x.forEach((_, i) => drawn.addNode(i, { x: x[i], y: -y[i], size: size[i] / 4, color: colour[i] }));
source.forEach((one, i) => drawn.addEdge(one, target[i], { color: '#3A4650', size: 0.5 }));
const sigma = new Sigma(drawn, document.getElementById('scene'));
// The constructor has drawn.
painted();
const camera = sigma.getCamera();
const { x: x0 } = camera.getState();
moves((i) => camera.setState({ x: x0 + swing(i) / 1000 }));
