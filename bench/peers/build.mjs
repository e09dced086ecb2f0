// One page a peer, with that peer alone in its script.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

const out = process.argv[2];
for (const peer of ['vis', 'cytoscape', 'sigma']) {
  await esbuild.build({ entryPoints: [`${peer}.mjs`], bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'error', outfile: join(out, `${peer}.js`) });
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${peer}</title><style>html,body,#scene{margin:0;width:100%;height:100%}</style><div id="scene"></div><script type="module" src="${peer}.js"></script>`;
  writeFileSync(join(out, `${peer}.html`), page);
}
