// The Import view: drop a file, see what becomes of each line, save, take back.
import type { App, ViewPart } from '../../app';
import { fault } from '../../fault';
import type { View } from '../../state';
import { h, refill, setText } from '../../ui/dom';
import { glyph } from '../../ui/icons';
import { save } from '../../ui/save';
import { decisionKey, draftOf, follow, lineKey, mayOwn, OWNER, poleAsked, send, whoseField, type Candidate, type Draft, type Line, type ListKind, type Report } from './data';
import { decideSaved } from './decisions';
import { Drop } from './drop';
import { forget, keep, recall } from './kept';
import { Lines } from './lines';
import { Log } from './log';
import { columnEditor, columnSummary, lacksOwner, options, type Known } from './options';
import { count, say, type ImportWord } from './words';

type Progress = Parameters<typeof send>[3];
type Stage = 'start' | 'reading' | 'lines' | 'saving' | 'saved' | 'failed';
const STEPS: readonly { word: ImportWord; stages: readonly Stage[] }[] = [
  { word: 'step_drop', stages: ['start', 'reading', 'failed'] },
  { word: 'step_columns', stages: [] },
  { word: 'step_lines', stages: ['lines'] },
  { word: 'step_save', stages: ['saving', 'saved'] },
];

export class ImportView implements ViewPart {
  readonly element = h('div', { class: 'page import' });
  private readonly title = h('h1', { id: 'sentence', tabindex: -1 });
  private readonly nuance = h('p', { class: 'nuance' });
  private readonly steps = h('ol', { class: 'steps' });
  private readonly acts = h('div', { class: 'page-acts' });
  private readonly body = h('div', { class: 'page-body' });
  private readonly progress = h('p', { class: 'progress', role: 'status' });
  private readonly drop: Drop;
  private readonly lines: Lines;
  private readonly log: Log;
  private known: Known = { lists: [], poles: [] };
  private stage: Stage = 'start';
  private editing = false;
  private saying = false;
  private draft: Draft | null = null;
  private report: Report | null = null;
  private fault = '';
  /** A file that was too large to be kept when the page was loaded anew. */
  private lost = '';
  private resumed = false;
  private left = 0;
  private abort: AbortController | null = null;

  constructor(private readonly app: App) {
    this.drop = new Drop(app, (file) => this.take(file));
    this.lines = new Lines({ correct: (line, column, value) => this.correct(line, column, value), decide: (line, verdict, candidate) => this.decide(line, verdict, candidate), complete: (complete) => this.change({ complete }), marked: () => this.marked() });
    this.log = new Log(app, (text) => {
      if (this.stage === 'saved') this.clear();
      this.wrote(text);
    });
    this.element.append(this.steps, h('div', { class: 'page-head' }, h('div', {}, this.title, this.nuance), this.acts), this.progress, this.body, h('div', { id: 'table', tabindex: -1 }, this.log.element));
  }

  shown(): void {
    // What was said of an import when it was saved is no longer so after a review or an undo.
    if (this.stage === 'saved') this.clear();
    void this.log.load();
    if (!this.resumed) this.resume();
    if (!this.known.lists.length) void this.learn();
  }

  update(view: View, before: View): void {
    if (view.lang !== before.lang) this.log.render();
    this.render();
  }

  /** Goes on with what this tab was at before the page was loaded anew. */
  private resume(): void {
    this.resumed = true;
    const kept = recall();
    if (!kept) return;
    const { draft, whole, job } = kept;
    if (job) {
      this.draft = draft;
      void this.saving((tell, signal) => follow(this.app.api, job, tell, signal));
    } else if (whole) {
      this.draft = draft;
      void this.read('reading');
    } else {
      this.lost = draft.file.name;
      forget();
    }
  }

  /** The kinds of list, and the poles a list may be of. */
  private async learn(): Promise<void> {
    const { api } = this.app;
    const [lists, poles] = await Promise.all([
      api.get<{ items: ListKind[] }>('imports/lists').catch(() => ({ items: [] })),
      api.get<{ items: { actor: { id: string; name: string } }[] }>('poles?limit=500').catch(() => ({ items: [] })),
    ]);
    this.known = { lists: lists.items, poles: poles.items.map(({ actor: { id, name } }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'fr')) };
    this.render();
  }

  private take(file: File): void {
    this.draft = draftOf(file);
    this.report = null;
    this.lost = '';
    this.editing = false;
    this.lines.reset();
    void this.read('reading');
  }

  /** Reads the file without saving anything. */
  private async read(stage: 'reading' | 'lines'): Promise<void> {
    const { draft } = this;
    if (!draft) return;
    this.abort?.abort();
    const abort = (this.abort = new AbortController());
    this.go(stage);
    void keep(draft);
    this.lines.busy(true);
    try {
      const report = await send(this.app.api, draft, true, (done, total) => this.tell('reading', done, total), abort.signal);
      if (abort.signal.aborted) return;
      this.report = report;
      this.go('lines');
      if (stage === 'reading') this.title.focus();
      this.app.live.say(this.title.textContent ?? '');
    } catch (error) {
      if (!abort.signal.aborted) this.fail(error);
    } finally {
      if (!abort.signal.aborted) this.lines.busy(false);
    }
  }

  private async save(): Promise<void> {
    const { draft } = this;
    if (!draft) return;
    // What was guessed and read again by a person is no guess any more.
    draft.list ||= this.report?.list ?? '';
    await this.saving((tell, signal) => send(this.app.api, draft, false, tell, signal));
  }

  private async saving(ask: (tell: Progress, signal: AbortSignal) => Promise<Report>): Promise<void> {
    const { draft } = this;
    if (!draft) return;
    const abort = (this.abort = new AbortController());
    this.go('saving');
    const tell: Progress = (done, total, job) => {
      this.tell('saving', done, total);
      void keep(draft, job);
    };
    try {
      const report = await ask(tell, abort.signal);
      this.report = report;
      forget();
      if (report.written && report.import_id) this.left = await decideSaved(this.app.api, report.import_id, draft);
      this.go('saved');
      this.wrote(this.title.textContent ?? '');
      this.title.focus();
      void this.log.load();
    } catch (error) {
      this.fail(error);
      this.app.live.warn(this.fault);
    }
  }

  private fail(error: unknown): void {
    if (this.draft) void keep(this.draft);
    this.fault = fault(error, this.app.store.view.lang);
    this.go('failed');
  }

  /** The data changed: what was fetched before is stale. */
  private wrote(text: string): void {
    this.app.wrote();
    if (text) this.app.live.say(text);
  }

  private correct(line: Line, column: string, value: string): void {
    const { draft } = this;
    if (!draft) return;
    const others = draft.corrections.filter((one) => lineKey(one) !== lineKey(line) || one.column !== column);
    draft.corrections = value ? [...others, { sheet: line.sheet, row: line.row, column, value }] : others;
    void this.read('lines');
  }

  private decide(at: Pick<Line, 'sheet' | 'row'>, verdict: 'same' | 'different' | 'later' | null, candidate: Candidate): void {
    const { draft, report } = this;
    if (!draft) return;
    // Whose list it is can be said at once, of one that can have a list.
    if (verdict === 'same' && report && lineKey(at) === lineKey(OWNER) && mayOwn(report, candidate)) return this.change({ [whoseField(report)]: candidate.id, newOne: '' });
    const key = decisionKey(at, candidate.id);
    if (verdict) draft.decisions.set(key, verdict);
    else draft.decisions.delete(key);
    void keep(draft);
    this.render();
  }

  private async marked(): Promise<void> {
    const file = await this.app.api.download(`imports/${this.report?.import_id}/report.xlsx`);
    save(file.name, file);
  }

  private change(change: Partial<Draft>): void {
    if (!this.draft) return;
    Object.assign(this.draft, change);
    // What was decided of one pole is not of another.
    const { decisions } = this.draft;
    if ('pole' in change || 'group' in change) for (const key of decisions.keys()) if (key.startsWith(decisionKey(OWNER, ''))) decisions.delete(key);
    if (!this.draft.complete || this.draft.date) return void this.read('lines');
    void keep(this.draft);
    // A complete list needs its date: the field says so.
    this.render();
    this.body.querySelector<HTMLElement>("[data-key='option:date']")?.focus();
  }

  private restart(): void {
    this.clear();
    this.title.focus();
  }

  private clear(): void {
    this.abort?.abort();
    this.draft = this.report = null;
    this.lost = '';
    forget();
    this.go('start');
  }

  private go(stage: Stage): void {
    this.stage = stage;
    this.render();
  }

  private tell(stage: 'reading' | 'saving', done: number, total: number | null): void {
    const { lang } = this.app.store.view;
    setText(this.progress, total ? `${say(lang, 'progress', { done, total })} · ${say(lang, 'leave_page')}` : say(lang, stage, { file: this.draft?.file.name ?? '' }));
  }

  private render(): void {
    const { lang } = this.app.store.view;
    const { stage, report, draft } = this;
    setText(this.title, this.sentence());
    if (this.app.store.view.name === 'import') this.app.frame.title(this.sentence());
    refill(this.nuance, this.line());
    this.steps.setAttribute('aria-label', say(lang, 'steps'));
    refill(this.steps, this.stepItems());
    refill(this.acts, this.buttons());
    const busy = stage === 'reading' || stage === 'saving';
    this.progress.hidden = !busy;
    if (busy) this.tell(stage, 0, null);
    if (stage === 'start' || stage === 'failed') {
      this.drop.render(lang, this.known.lists);
      refill(this.body, stage === 'failed' && this.failure(), this.drop.element);
    } else if (report && draft && stage !== 'saved') {
      const events = { changed: (change: Partial<Draft>) => this.change(change), columns: (open: boolean) => this.edit(open), options: (open: boolean) => (this.saying = open) };
      // As long as nobody says whose list it is, every line would only say that it lacks that.
      const whose = lacksOwner(draft, report);
      if (!whose) this.lines.render(lang, draft, report);
      refill(this.body, options(lang, draft, report, this.known, this.saying, events), this.editing ? columnEditor(lang, draft, report, events) : columnSummary(lang, report, events), !whose && this.lines.element);
    } else refill(this.body);
  }

  private edit(open: boolean): void {
    this.editing = open;
    this.render();
    if (open) document.getElementById('columns-title')?.focus();
  }

  private sentence(): string {
    const { lang } = this.app.store.view;
    const { report, stage, draft } = this;
    if (stage === 'reading' && !report) return say(lang, 'reading', { file: draft?.file.name ?? '' });
    if (stage === 'failed') return say(lang, 'failed');
    if (stage === 'saved' && report) return report.written ? count(lang, 'saved', report.rows - report.fates.refused) : say(lang, report.already ? 'already' : 'nothing_written');
    if (!report) return say(lang, 'start_sentence');
    if (report.already) return say(lang, 'already');
    if (draft && lacksOwner(draft, report)) return say(lang, report.list === 'employers' ? 'whose_list_group' : 'whose_list', { read: count(lang, 'read', report.rows) });
    const { accepted, changed, waiting, refused } = report.fates;
    return say(lang, 'read_sentence', {
      read: count(lang, 'read', report.rows),
      ready: accepted ? count(lang, 'ready', accepted) : say(lang, 'nobody_ready'),
      look: changed ? `, ${count(lang, 'look', changed)}` : '',
      waiting: waiting ? count(lang, 'waiting', waiting) : say(lang, 'nobody_waits'),
      refused: refused ? count(lang, 'refused', refused) : say(lang, 'none_refused'),
    });
  }

  private line(): (Node | string | false)[] {
    const { lang } = this.app.store.view;
    const { report, stage } = this;
    if (stage === 'saved' && report) {
      const { actors_written: actors, ties_written: ties } = report.graph;
      return [[count(lang, 'saved_actors', actors), count(lang, 'saved_ties', ties), this.left > 0 && count(lang, 'to_review', this.left)].filter(Boolean).join(' · ')];
    }
    if (stage === 'failed') return [say(lang, 'file_kept')];
    if (!report) return [say(lang, this.lost ? 'drop_again' : 'start_nuance', { file: this.lost })];
    return [say(lang, 'about_file', { file: report.file, list: report.list_label[lang] }), ' ', report.guessed && `${say(lang, 'guessed')} `, report.others.length > 0 && `${say(lang, 'others', { lists: report.others.map((one) => one.list_label[lang]).join(', ') })} `, h('strong', {}, say(lang, 'nothing_saved'))];
  }

  private stepItems(): HTMLElement[] {
    const { lang } = this.app.store.view;
    const at = this.editing ? 1 : STEPS.findIndex(({ stages }) => stages.includes(this.stage));
    const done = this.stage === 'saved';
    return STEPS.map(({ word }, i) => h('li', { class: i < at || done ? 'done' : i === at ? 'now' : undefined, 'aria-current': i === at && !done ? 'step' : undefined }, `${i + 1} ${say(lang, word)}`));
  }

  private buttons(): (HTMLElement | false)[] {
    const { lang } = this.app.store.view;
    const { stage, report } = this;
    const button = (word: ImportWord | string, key: string, act: () => void, style = ''): HTMLElement => h('button', { type: 'button', class: style || undefined, 'data-key': key, on: { click: act } }, word);
    if (stage === 'saved' && report) {
      return [
        button(say(lang, 'another'), 'another', () => this.restart()),
        report.import_id !== null && report.written && button(say(lang, 'saved_undo'), 'undo-saved', () => void this.takeBack(report.import_id as string)),
        this.left > 0 && button(say(lang, 'see_review'), 'review', () => this.app.store.set({ name: 'review' })),
        button(say(lang, 'see_network'), 'network', () => this.app.store.set({ name: 'network' }), 'primary'),
      ];
    }
    if (!report && stage !== 'reading') return [];
    const ready = report ? report.rows - report.fates.refused : 0;
    const can = stage === 'lines' && ready > 0 && !report?.already && !(report && poleAsked(report)) && !(this.draft?.complete && !this.draft.date);
    const save = button(ready ? count(lang, 'save', ready) : say(lang, 'save_none'), 'save', () => void this.save(), 'primary');
    (save as HTMLButtonElement).disabled = !can;
    return [button(say(lang, 'give_up'), 'give-up', () => this.restart()), report !== null && save];
  }

  private async takeBack(id: string): Promise<void> {
    await this.log.undo({ id });
    this.restart();
  }

  private failure(): HTMLElement {
    const { lang } = this.app.store.view;
    return h(
      'div',
      { class: 'state', 'data-kind': 'failed' },
      h('p', { role: 'alert' }, glyph('import', 18), ' ', this.fault),
      h('p', { class: 'acts' }, h('button', { type: 'button', class: 'primary', 'data-key': 'retry', on: { click: () => void this.read('reading') } }, say(lang, 'retry'))),
    );
  }
}
