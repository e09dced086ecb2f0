// Builds the explorer into viz/maillage/viz/static (or --out DIR): hashed names, an index.html
// without inline script or style, and a manifest. Equal sources give equal bytes.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const flag = (name) => process.argv.includes(name);
const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};

const common = {
  absWorkingDir: here,
  bundle: true,
  format: 'esm',
  target: ['es2022'],
  charset: 'utf8',
  logLevel: 'warning',
  alias: { 'd3-transition': './src/draw/no-transition.ts', 'd3-interpolate': './src/draw/no-transition.ts' },
};

async function build(out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const result = await esbuild.build({
    ...common,
    entryPoints: { main: 'src/main.ts', style: 'src/style/index.css' },
    outdir: out,
    splitting: true,
    minify: !flag('--plain'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    metafile: true,
  });
  const named = (entry) =>
    relative(out, resolve(here, Object.entries(result.metafile.outputs).find(([, o]) => o.entryPoint === entry)[0]));
  const files = { script: named('src/main.ts'), style: named('src/style/index.css') };
  const entry = Object.entries(result.metafile.outputs).find(([, one]) => one.entryPoint === 'src/main.ts')[1];
  const chunks = entry.imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => relative(out, resolve(here, path))).sort();
  const page = readFileSync(join(here, 'src/index.html'), 'utf8')
    .replace('{{preload}}', chunks.map((chunk) => `<link rel="modulepreload" href="static/${chunk}">`).join('\n    '))
    .replace('{{script}}', `static/${files.script}`)
    .replace('{{style}}', `static/${files.style}`);
  writeFileSync(join(out, 'index.html'), page);
  const built = readdirSync(out).sort();
  const manifest = {
    ...files,
    files: Object.fromEntries(built.map((name) => [name, sha256(join(out, name))])),
  };
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  report(out, result.metafile, files);
}

const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

// What the first page asks for: the entry, what it imports at once, the style and the page.
function report(out, metafile, files) {
  const first = new Set(['index.html', files.style]);
  const follow = (path) => {
    first.add(relative(out, resolve(here, path)));
    for (const one of metafile.outputs[path].imports) if (one.kind === 'import-statement') follow(one.path);
  };
  follow(Object.keys(metafile.outputs).find((path) => resolve(here, path) === join(out, files.script)));
  const size = (name) => gzipSync(readFileSync(join(out, name)), { level: 9 }).length;
  const sum = (names) => names.reduce((total, name) => total + size(name), 0);
  const code = readdirSync(out).filter((name) => name !== 'manifest.json');
  console.log(`first load ${(sum([...first]) / 1000).toFixed(1)} kB gzipped, everything ${(sum(code) / 1000).toFixed(1)} kB`);
}

async function buildTests() {
  const tests = readdirSync(join(here, 'tests')).filter((name) => name.endsWith('.test.ts'));
  await esbuild.build({
    ...common,
    entryPoints: tests.map((name) => `tests/${name}`),
    outdir: 'build/tests',
    platform: 'node',
    outExtension: { '.js': '.mjs' },
  });
}

if (flag('--tests')) await buildTests();
else await build(resolve(option('--out', join(here, '../maillage/viz/static'))));
