// The explorer begins here: the address says the view, the view says everything else.
import { fromQuery, toQuery } from './address';
import { Api } from './api';
import type { App, ViewPart } from './app';
import { Store, type View, type ViewName } from './state';
import { Frame, type Tab } from './ui/frame';
import { Live } from './ui/live';
import { Reach } from './ui/reach';
import { Search } from './ui/search';
import { firstLanguage, Settings } from './ui/settings';
import { NetworkView } from './views/network';
import { say } from './words';

const store = new Store(fromQuery(window.location.search, firstLanguage()));
const api = new Api(
  () => store.view.lang,
  () => void reach.check(),
);
const reach = new Reach(
  () => api.answers(),
  () => say(store.view.lang, 'server_gone'),
);
const live = new Live();
const settings = new Settings(store, () => views.get(store.view.name)?.update(store.view, store.view));
const search = new Search({
  suggest: (text) => network.suggest(text),
  say: (key) => say(store.view.lang, key),
  closed: () => document.body.classList.remove('searching'),
});
const frame = new Frame(store, search, settings, () => network.toTable());
const app: App = {
  store,
  api,
  live,
  frame,
  settings,
  revision: 0,
  me: null,
  wrote: () => {
    app.revision += 1;
    void count();
  },
  waits: (n) => setBadge(n),
};
const network = new NetworkView(app);
const views = new Map<ViewName, ViewPart>([['network', network]]);
const tabs: Tab[] = [{ name: 'network', word: 'network', glyph: 'network', badge: 0 }];
// Views that are fetched when they are first asked for.
const others: Partial<Record<ViewName, () => Promise<ViewPart>>> = {
  import: async () => new (await import('./views/import')).ImportView(app),
  review: async () => new (await import('./views/review')).ReviewView(app),
};

/** Who you are decides which tabs there are: none leads nowhere. */
async function meet(): Promise<void> {
  app.me = await api.get<NonNullable<App['me']>>('me').catch(() => null);
  if (!app.me || app.me.role === 'reader') return;
  tabs.push({ name: 'import', word: 'import', glyph: 'import', badge: 0 });
  frame.setTabs(tabs);
  await count();
}

async function count(): Promise<void> {
  const queue = await api.get<{ waiting: number }>('review?limit=0').catch(() => null);
  if (queue) setBadge(queue.waiting);
}

function setBadge(n: number): void {
  const known = tabs.find(({ name }) => name === 'review');
  if (known?.badge === n) return;
  if (known) known.badge = n;
  else tabs.push({ name: 'review', word: 'review', glyph: 'review', badge: n });
  frame.setTabs(tabs);
}

async function show(name: ViewName): Promise<void> {
  const make = others[name];
  if (!views.has(name) && make) views.set(name, await make());
  if (store.view.name !== name) return;
  const view = views.get(name) ?? network;
  if (frame.main.firstElementChild !== view.element) frame.main.replaceChildren(view.element);
  view.shown();
  view.update(store.view, store.view);
}

function written(view: View, before: View): void {
  const query = `?${toQuery(view)}`;
  if (query === window.location.search) return;
  // A tab or a focus is a place to come back to; a tick or a move is not.
  const place = view.name !== before.name || view.focus !== before.focus;
  window.history[place ? 'pushState' : 'replaceState'](null, '', query);
}

store.listen((view, before) => {
  written(view, before);
  if (view.lang !== before.lang || view.name !== before.name) frame.translate();
  if (view.lang !== before.lang) reach.translate();
  if (view.name !== before.name) void show(view.name);
  else views.get(view.name)?.update(view, before);
});

window.addEventListener('popstate', () => store.become(fromQuery(window.location.search, store.view.lang)));

document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLElement && event.target.matches('input[type=text], textarea, select');
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !typing) {
    event.preventDefault();
    const done = event.shiftKey ? store.redo() : store.undo();
    if (done) live.say(say(store.view.lang, event.shiftKey ? 'redone' : 'undone'));
  } else if (event.key === '/' && !typing && settings.singleKeys) {
    event.preventDefault();
    frame.openSearch();
  } else if (event.key === '?' && !typing && settings.singleKeys) settings.open();
});

frame.main.before(reach.element);
document.body.append(live.element);
frame.setTabs(tabs);
void show(store.view.name).then(meet);
