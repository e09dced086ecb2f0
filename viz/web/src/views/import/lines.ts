// The lines of the file, each with what becomes of it; those to look at open with the reason.
import type { Lang } from '../../state';
import { fault } from '../../fault';
import { capital, colon } from '../../format';
import { h, newId, refill, set, setText } from '../../ui/dom';
import type { Candidate, Draft, Fate, Finding, Line, Report } from './data';
import { decisionKey, lineKey, OWNER } from './data';
import { count, say, type ImportWord } from './words';

export type Show = 'all' | 'look' | 'ready' | 'refused';

/** Of a line, or of whose list it is. */
type Place = Pick<Line, 'sheet' | 'row'>;

export interface LineEvents {
  correct(line: Line, column: string, value: string): void;
  complete(on: boolean): void;
  /** The file is wanted with its cells to look at marked. */
  marked(): Promise<void>;
  decide(at: Place, verdict: 'same' | 'different' | 'later' | null, candidate: Candidate): void;
}

const PAGE = 60;
// What the card of somebody alike says better.
const SAID_BY_CANDIDATES = ['same_actor', 'actor_new'];
const MOST_COLUMNS = 4;
const SHOWN: Record<Show, readonly Fate[]> = {
  all: ['accepted', 'changed', 'waiting', 'refused'],
  look: ['changed', 'waiting'],
  ready: ['accepted'],
  refused: ['refused'],
};

export class Lines {
  readonly element = h('section', { class: 'lines' });
  private readonly failed = h('p', { class: 'wrong', role: 'alert' });
  /** What a person asked to see; else what the first reading of a file on this screen calls for. */
  private asked: Show | null = null;
  private limit = PAGE;
  private given: { lang: Lang; draft: Draft; report: Report } | null = null;

  constructor(private readonly events: LineEvents) {}

  /** A new file is shown from its beginning. */
  reset(): void {
    this.asked = null;
    this.limit = PAGE;
  }

  render(lang: Lang, draft: Draft, report: Report): void {
    this.given = { lang, draft, report };
    const counts = countsOf(report);
    const show = this.asked ?? firstShown(counts);
    const wanted = report.lines.filter(({ fate }) => SHOWN[show].includes(fate));
    const columns = shownColumns(report);
    const some = wanted.slice(0, this.limit);
    const problems = report.problems.filter(({ code }) => !report.candidates.length || !SAID_BY_CANDIDATES.includes(code));
    refill(
      this.element,
      this.filters(lang, draft, counts, show),
      counts.look + counts.refused > 0 && h('p', {}, h('button', { type: 'button', class: 'quiet', 'data-key': 'marked', on: { click: () => void this.marked(lang) } }, say(lang, 'marked_copy'))),
      this.failed,
      report.candidates.length > 0 && h('section', { class: 'card of-file owner' }, report.candidates.flatMap((candidate) => [h('p', {}, badge('look'), ' ', h('strong', {}, say(lang, 'already_known', { name: candidate.name }))), this.candidate(lang, draft, OWNER, candidate)])),
      problems.length > 0 && h('ul', { class: 'card of-file' }, problems.map((problem, i) => h('li', {}, h('strong', {}, this.place(lang, problem), problem.message), ' ', problem.hint !== problems[i + 1]?.hint && problem.hint))),
      some.length > 0 &&
        h(
          'div',
          { class: 'scroll' },
          h(
            'table',
            { class: 'line-table' },
            h('caption', { class: 'sr' }, say(lang, 'lines_caption')),
            h('thead', {}, h('tr', {}, h('th', { scope: 'col', class: 'numeric' }, say(lang, 'line')), columns.map((heading) => h('th', { scope: 'col' }, heading)), h('th', { scope: 'col' }, say(lang, 'fate')))),
            h('tbody', {}, some.flatMap((line) => this.line(lang, draft, line, columns))),
          ),
        ),
      wanted.length > some.length && h('button', { type: 'button', class: 'quiet', 'data-key': 'more-lines', on: { click: () => this.more() } }, count(lang, 'more', wanted.length - some.length)),
      !counts[show] && h('p', { class: 'hint' }, say(lang, 'no_such_line')),
      report.lines_left_out > 0 && SHOWN[show].includes('accepted') && h('p', { class: 'hint' }, count(lang, 'unshown', report.lines_left_out)),
    );
  }

  private filters(lang: Lang, draft: Draft, counts: Record<Show, number>, shown: Show): HTMLElement {
    const button = (show: Show, sign: string): HTMLElement =>
      h('button', { type: 'button', class: `fate-filter ${counts[show] ? show : ''}`, 'aria-pressed': show === shown, 'data-key': `show:${show}`, on: { click: () => this.turn(show) } }, sign && badge(sign), h('span', {}, say(lang, `show_${show}`)), ' ', h('b', {}, counts[show]));
    const complete = newId('complete');
    return h(
      'div',
      { class: 'lines-head' },
      h('div', { class: 'fate-filters', role: 'group', 'aria-label': say(lang, 'shown_lines') }, button('all', ''), button('look', 'look'), button('ready', 'ready'), button('refused', 'refused')),
      h(
        'label',
        { class: 'check', for: complete },
        h('input', { type: 'checkbox', id: complete, checked: draft.complete, 'data-key': 'complete', on: { change: (event) => this.events.complete((event.target as HTMLInputElement).checked) } }),
        h('span', {}, h('strong', {}, say(lang, 'complete')), ' ', h('span', { class: 'hint' }, `(${say(lang, 'complete_why')})`)),
      ),
    );
  }

  private line(lang: Lang, draft: Draft, line: Line, columns: readonly string[]): HTMLElement[] {
    const look = line.fate !== 'accepted';
    const marked = new Set(line.problems.map(({ column }) => column));
    const cell = (heading: string, i: number): HTMLElement => {
      const text = line.cells[heading] ?? '';
      const inside = text ? (marked.has(heading) ? h('mark', {}, text) : text) : h('span', { class: 'empty-cell' }, say(lang, 'empty_cell'));
      return i === 0 ? h('th', { scope: 'row', 'data-title': heading }, inside) : h('td', { 'data-title': heading }, inside);
    };
    const rows = [h('tr', { class: look ? `read-line ${line.fate}` : 'read-line' }, h('td', { class: 'numeric number', 'data-title': say(lang, 'line') }, this.manySheets && h('span', { class: 'sheet-name' }, line.sheet, ' '), line.row), columns.map(cell), h('td', { class: 'fate' }, this.fate(lang, line)))];
    const inside = this.inside(lang, draft, line);
    if (inside.length) rows.push(h('tr', { class: `why ${line.fate}` }, h('td', {}), h('td', { colspan: columns.length + 1 }, inside)));
    return rows;
  }

  /** One line on what happens; what asks for a word of yours is under it. */
  private fate(lang: Lang, line: Line): HTMLElement {
    const first = saidByFate(line);
    const sign = line.fate === 'accepted' ? 'ready' : line.fate === 'refused' ? 'refused' : 'look';
    const prefix = sign === 'look' ? h('span', { class: 'sr' }, say(lang, 'show_look') + colon(lang)) : null;
    const known = line.candidates?.[0];
    const text = known && line.fate === 'waiting' ? say(lang, 'already_known', { name: known.name }) : (first?.message ?? line.does?.[lang] ?? say(lang, 'accepted'));
    return h('p', {}, badge(sign), h('span', {}, prefix, line.fate === 'accepted' ? text : h('strong', {}, text)));
  }

  private inside(lang: Lang, draft: Draft, line: Line): HTMLElement[] {
    if (line.fate === 'accepted') return [];
    const found: HTMLElement[] = [];
    const candidates = line.candidates ?? [];
    for (const candidate of candidates) found.push(this.candidate(lang, draft, line, candidate));
    const said = saidByFate(line);
    for (const problem of line.problems) if (!candidates.length || !SAID_BY_CANDIDATES.includes(problem.code)) found.push(...this.problem(lang, draft, line, problem === said ? { ...problem, message: '' } : problem));
    return found;
  }

  private problem(lang: Lang, draft: Draft, line: Line, { column, level, message, hint }: Finding): HTMLElement[] {
    const done = draft.corrections.find((one) => lineKey(one) === lineKey(line) && one.column === column);
    const reason = [message, hint].filter(Boolean).join(' ');
    if (!column || level === 'info') return reason ? [h('p', { class: 'reason' }, reason)] : [];
    const id = newId('correct');
    const input = h('input', { type: 'text', id, class: 'correction', value: done?.value ?? '', 'aria-label': say(lang, 'correct_label', { column, row: this.where(line) }), 'data-key': `correct:${lineKey(line)}:${column}`, on: { keydown: (event) => event.key === 'Enter' && send() } });
    const send = (): void => this.events.correct(line, column, input.value.trim());
    return [h('div', { class: 'reason' }, reason && h('p', {}, reason), h('p', { class: 'acts' }, input, h('button', { type: 'button', 'data-key': `send:${lineKey(line)}:${column}`, on: { click: send } }, say(lang, 'correct'))))];
  }

  private candidate(lang: Lang, draft: Draft, at: Place, candidate: Candidate): HTMLElement {
    const decided = draft.decisions.get(decisionKey(at, candidate.id));
    const where = at.row ? `, ${say(lang, 'line').toLowerCase()} ${this.where(at)}` : '';
    const who = h('p', {}, h('strong', { lang: 'fr' }, candidate.name), ` · ${[capital(candidate.kind_label), candidate.where].filter(Boolean).join(' · ')}. `, candidate.reasons.map((reason) => `${capital(reason[lang])}. `).join(''), say(lang, 'name_is_not_enough'));
    if (decided) {
      const said = say(lang, `decided_${decided}` as ImportWord, { name: candidate.name });
      return h('div', { class: 'reason' }, who, h('p', { class: 'acts decided' }, h('strong', {}, said), h('button', { type: 'button', class: 'quiet', 'data-key': `undecide:${lineKey(at)}:${candidate.id}`, on: { click: () => this.events.decide(at, null, candidate) } }, say(lang, 'undecide'))));
    }
    const button = (verdict: 'same' | 'different' | 'later', style: string): HTMLElement =>
      h('button', { type: 'button', class: style || undefined, 'aria-label': `${say(lang, verdict)}${colon(lang)}${candidate.name}${where}`, 'data-key': `${verdict}:${lineKey(at)}:${candidate.id}`, on: { click: () => this.events.decide(at, verdict, candidate) } }, say(lang, verdict));
    return h('div', { class: 'reason' }, who, h('p', { class: 'acts' }, button('same', 'primary'), button('different', ''), button('later', 'quiet')));
  }

  /** Two sheets number their lines alike. */
  private get manySheets(): boolean {
    return (this.given?.report.sheets.length ?? 0) > 1;
  }

  /** « Feuil1, ligne 7 : », of what is said of the file. */
  private place(lang: Lang, { sheet, row }: Finding): string {
    const parts = [sheet, row && `${say(lang, 'line').toLowerCase()} ${row}`].filter(Boolean);
    return parts.length ? parts.join(', ') + colon(lang) : '';
  }

  private where({ sheet, row }: Place): string {
    return this.manySheets ? `${row} (${sheet})` : String(row);
  }

  private async marked(lang: Lang): Promise<void> {
    setText(this.failed, '');
    try {
      await this.events.marked();
    } catch (error) {
      setText(this.failed, fault(error, lang));
    }
  }

  private turn(show: Show): void {
    this.asked = show;
    this.limit = PAGE;
    this.again();
  }

  private more(): void {
    this.limit += 5 * PAGE;
    this.again();
  }

  private again(): void {
    const { given } = this;
    if (given) this.render(given.lang, given.draft, given.report);
  }

  /** Nothing can be said while the file is read again. */
  busy(on: boolean): void {
    set(this.element, 'aria-busy', on);
    this.element.classList.toggle('old', on);
  }
}

const countsOf = ({ rows, fates }: Report): Record<Show, number> => ({ all: rows, look: fates.changed + fates.waiting, ready: fates.accepted, refused: fates.refused });

/** On a phone the lines to look at alone, if there are any, else those that are refused. */
function firstShown(counts: Record<Show, number>): Show {
  if (window.innerWidth > 640) return 'all';
  return (['look', 'refused'] as const).find((show) => counts[show]) ?? 'all';
}

/** What the line's fate says already: it is not said again under it. */
function saidByFate({ fate, problems, does, candidates }: Line): Finding | undefined {
  if (fate === 'waiting' && candidates?.length) return undefined;
  if (fate === 'refused') return problems.find(({ level }) => level === 'refused') ?? problems[0];
  return does ? undefined : problems[0];
}

/** « ! », « ✓ », « × »: the sign says again what the colour says. */
function badge(sign: string): HTMLElement {
  return h('span', { class: `sign-${sign}`, 'aria-hidden': 'true' }, { look: '!', ready: '✓', refused: '×' }[sign] ?? '');
}

/** The columns that say who the line is about come first; the others are in the report. */
function shownColumns({ sheets, lines }: Report): string[] {
  const columns = sheets.flatMap(({ columns: all }) => all).filter(({ status }) => status !== 'personal' && status !== 'left_out');
  const marked = new Set(lines.flatMap(({ problems }) => problems.map(({ column }) => column)).filter(Boolean));
  const filled = (heading: string): boolean => marked.has(heading) || lines.some(({ cells }) => cells[heading]);
  const headings = [...new Set(columns.map(({ heading }) => heading))].filter(filled);
  if (headings.length <= MOST_COLUMNS) return headings;
  const first = headings.slice(0, MOST_COLUMNS);
  // A column with something to look at is always seen.
  for (const heading of headings.slice(MOST_COLUMNS)) if (marked.has(heading)) first.splice(first.findLastIndex((one, i) => i > 0 && !marked.has(one)), 1, heading);
  return headings.filter((heading) => first.includes(heading));
}
