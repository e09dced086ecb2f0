// Keyboard, language, appearance, paper.
function onSceneKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = sceneKeys(event);
  if (act) {
    event.preventDefault();
    act();
  }
}

function sceneKeys(event) {
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const arrow = arrows[event.key];
  if (arrow) return event.shiftKey ? () => pan(arrow) : () => step(arrow);
  const node = state.selected;
  switch (event.key) {
    case 'Enter': return node && (() => byId('detail').focus());
    case ']': return () => walk(1);
    case '[': return () => walk(-1);
    case '1': case '2': case '3': return node && (() => around(node, Number(event.key)));
    case '0': return () => { around(null, 0); fit(nodes); };
    case '+': return () => zoomBy(1.3);
    case '-': case '−': return () => zoomBy(1 / 1.3);
    case '=': return () => fit(nodes);
    case 't': return () => byId('tables').focus();
    case 'l': return () => { byId('legend').open = true; byId('legend').querySelector('summary').focus(); };
    case 'Escape': return () => select(null);
    default: return null;
  }
}

function pan([dx, dy]) {
  const { x, y } = view.getViewPosition();
  view.moveTo({ position: { x: x + (dx * 80) / zoom(), y: y + (dy * 80) / zoom() } });
}

// The neighbour that lies best in that direction.
function step([dx, dy]) {
  const from = state.selected;
  if (!from) return walk(1);
  const around_here = from.ties.filter((tie) => shown.ties[tie.row]).map((tie) => other(tie, from));
  let best = null;
  for (const node of new Set(around_here)) {
    const [x, y] = [node.x - from.x, node.y - from.y];
    const along = x * dx + y * dy;
    const score = along / (Math.hypot(x, y) || 1);
    if (along > 0 && (!best || score > best.score)) best = { node, score };
  }
  if (best) select(best.node, { centre: true });
  return undefined;
}

function walk(way) {
  const visible = byName().filter((node) => shown.nodes[node.row]);
  if (!visible.length) return;
  const place = visible.indexOf(state.selected);
  select(visible[(place + way + visible.length) % visible.length], { centre: true });
}

function setLanguage(language) {
  state.language = language;
  document.documentElement.lang = language;
  for (const node of nodes.filter((one) => one.hidden)) node.label = node.short = say('hidden_name');
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = say(element.dataset.word);
  for (const element of document.querySelectorAll('[data-label-word]')) element.setAttribute('aria-label', say(element.dataset.labelWord));
  byId('search').setAttribute('placeholder', say('search_label'));
  byId('scene').setAttribute('aria-roledescription', say('scene_role'));
  byId('colophon').textContent = say('colophon', page.about);
  for (const button of document.querySelectorAll('[data-language]')) button.setAttribute('aria-pressed', String(button.dataset.language === language));
  byId('paper').querySelector('svg').setAttribute('lang', language);
  setTheme(state.theme);
  changed();
}

function setTheme(theme) {
  state.theme = theme;
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  byId('theme').textContent = say(`theme_${theme}`);
  redraw();
}

// What is printed is what is shown: the static picture loses what the filters hide.
function toPaper() {
  for (const name of Object.keys(tables)) renderTable(name, { everything: true });
  const paper = byId('paper').querySelector('svg');
  const part = (name) => paper.querySelector(`[data-part="${name}"]`);
  for (const mark of paper.querySelectorAll('[data-n]')) mark.setAttribute('visibility', shown.nodes[Number(mark.dataset.n)] ? 'visible' : 'hidden');
  const { zoom: scale, left, top } = paper.dataset;
  const x = (value) => ((value - left) * scale).toFixed(0);
  const y = (value) => ((value - top) * scale).toFixed(0);
  const paths = new Map();
  for (const tie of ties) {
    if (!shown.ties[tie.row]) continue;
    const middle = control(tie);
    const way = tie.bend ? `Q${x(middle.x)} ${y(middle.y)} ` : 'L';
    const key = `${tie.layer} ${tie.width} ${Number(tie.hollow)}`;
    paths.set(key, `${paths.get(key) || ''}M${x(tie.source.x)} ${y(tie.source.y)}${way}${x(tie.target.x)} ${y(tie.target.y)}`);
  }
  for (const line of part('ties').children) line.setAttribute('d', paths.get(line.dataset.key) || '');
}

function wire() {
  const press = (id, act) => byId(id).addEventListener('click', act);
  press('zoom-in', () => zoomBy(1.3));
  press('zoom-out', () => zoomBy(1 / 1.3));
  press('zoom-fit', () => fit(nodes));
  press('theme', () => setTheme({ auto: 'light', light: 'dark', dark: 'auto' }[state.theme]));
  for (const name of Object.keys(tables)) {
    press(`csv-${name}`, () => download(name));
    press(`more-${name}`, () => {
      tables[name].all = true;
      renderTable(name);
    });
  }
  for (const button of document.querySelectorAll('[data-language]')) button.addEventListener('click', () => setLanguage(button.dataset.language));
  byId('search').addEventListener('input', (event) => searchFor(event.target.value));
  byId('search').addEventListener('keydown', onSearchKey);
  byId('search').addEventListener('blur', () => searchFor(''));
  byId('scene').addEventListener('keydown', onSceneKey);
  byId('detail').addEventListener('keydown', (event) => event.key === 'Escape' && (select(null), byId('scene').focus()));
  document.addEventListener('keydown', (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName || '') && document.activeElement.type !== 'checkbox';
    if (event.key === '/' && !typing) {
      event.preventDefault();
      byId('search').focus();
    }
  });
  for (const query of [night, contrast, forced]) query.addEventListener('change', redraw);
  window.addEventListener('beforeprint', toPaper);
  window.addEventListener('afterprint', renderTables);
  let width = 0;
  new ResizeObserver(() => {
    const now = byId('canvas').clientWidth;
    if (view && now && Math.abs(now - width) > 1) {
      width = now;
      requestAnimationFrame(() => fit(state.around ? [...reach(state.around.node, state.around.steps)] : nodes, { animate: false }));
    }
  }).observe(byId('canvas'));
}

// The drawing library travels compressed; the policy of the page knows its fingerprint.
async function unpackLibrary() {
  const bytes = Uint8Array.from(atob(byId('library-data').textContent), (character) => character.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  const script = document.createElement('script');
  script.textContent = await new Response(unpacked).text();
  document.head.append(script);
}

async function begin() {
  document.documentElement.classList.add('js');
  if (window.innerWidth <= 760) byId('legend').open = false;
  applyFilters();
  wire();
  setLanguage(state.language);
  try {
    await unpackLibrary();
    start();
    document.documentElement.dataset.ready = 'true';
  } catch (failure) {
    document.documentElement.classList.add('still');
    console.warn(failure);
  }
}

begin();
