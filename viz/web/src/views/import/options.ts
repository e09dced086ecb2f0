// What is said of the whole list: its kind, pole, date, who speaks; and what its columns become.
import { capital, day } from '../../format';
import type { Lang } from '../../state';
import { h, newId } from '../../ui/dom';
import { poleAsked, sheetsOf, whoseField, type ColumnRead, type Draft, type Line, type ListKind, type Report } from './data';
import { say, count, type ImportWord } from './words';

export interface OptionEvents {
  changed(change: Partial<Draft>): void;
  columns(open: boolean): void;
  options(open: boolean): void;
}

export interface Known {
  lists: readonly ListKind[];
  poles: readonly { id: string; name: string }[];
}

/** Whether every line, but those refused for what they hold, lacks what one word about the list would say: whose it is. */
export function lacksOwner(draft: Draft, report: Report): boolean {
  const field = whoseField(report);
  const asked = report.fields.find(({ name }) => name === field)?.label;
  const lacksIt = ({ problems }: Line): boolean => problems.some(({ code, column }) => code === 'value_missing' && [asked?.fr, asked?.en].includes(column));
  return !draft[field] && report.lines.some(lacksIt) && report.lines.every((line) => lacksIt(line) || line.fate === 'refused');
}

/** Folded to one line until something of it is to be said: whose list it is, if every line needs it. */
export function options(lang: Lang, draft: Draft, report: Report, known: Known, open: boolean, events: OptionEvents): HTMLElement {
  const w = (key: ImportWord): string => say(lang, key);
  const needsDate = draft.complete && !draft.date;
  const whose = lacksOwner(draft, report);
  const kind = known.lists.find(({ name }) => name === report.list)?.label[lang] ?? report.list_label[lang];
  const pole = known.poles.find(({ id }) => id === draft.pole)?.name ?? draft.pole;
  const ofGroup = whoseField(report) === 'group';
  const isNew = !ofGroup && Boolean(draft.pole) && !known.poles.some(({ id }) => id === draft.pole);
  const asked = poleAsked(report);
  const isA = (one: Draft['newOne'], label: ImportWord): HTMLElement => checkBox(one, w(label), draft.newOne === one, (on) => events.changed({ newOne: on ? one : '' }));
  const sheets = sheetsOf(report);
  const said = [kind, draft.sheet, ofGroup ? draft.group : pole, draft.date && say(lang, 'option_date_said', { date: day(draft.date, lang) }), draft.declaredBy].filter(Boolean).join(' · ');
  const details = h(
    'details',
    { class: 'card options', open: open || needsDate || whose || asked !== undefined, on: { toggle: () => events.options(details.open) } },
    h('summary', { 'data-key': 'options' }, h('strong', {}, w('options')), h('span', { class: 'to' }, ' → '), said),
    h(
      'div',
      { class: 'option-row' },
      chooser('list', w('option_list'), report.list, known.lists.map(({ name, label }) => [name, label[lang]]), (list) => events.changed({ list, columns: {}, group: '' })),
      sheets.length > 1 && chooser('sheet', w('option_sheet'), draft.sheet, [['', w('every_sheet')], ...sheets.map((name) => [name, name] as const)], (sheet) => events.changed({ sheet, columns: {}, corrections: [] })),
      ofGroup
        ? textField('group', w('option_group'), draft.group, w('option_group_hint'), (group) => events.changed({ group: group.trim() }), whose ? w('option_group_needed') : '')
        : poleField(lang, pole, known.poles, whose ? w('option_pole_needed') : (asked?.message ?? ''), (one) => events.changed({ pole: one, newOne: '' })),
      textField('date', w('option_date'), draft.date, w('option_date_hint'), (value) => events.changed({ date: value.trim() }), needsDate ? w('complete_needs_date') : ''),
      textField('declared', w('option_declared'), draft.declaredBy, w('option_declared_hint'), (declaredBy) => events.changed({ declaredBy: declaredBy.trim() })),
      textField('source', w('option_source'), draft.source, '', (source) => events.changed({ source: source.trim() }), '', draft.file.name),
    ),
    isNew && (asked !== undefined || draft.newOne === 'pole') && isA('pole', 'option_new_pole'),
    isNew && isA('network', 'option_network'),
  );
  return details;
}

function chooser(key: string, label: string, value: string, choices: readonly (readonly [string, string])[], change: (value: string) => void): HTMLElement {
  const id = newId(key);
  const select = h('select', { id, 'data-key': `option:${key}`, on: { change: () => change(select.value) } }, choices.map(([one, text]) => h('option', { value: one }, text)));
  select.value = value;
  return h('div', { class: 'option' }, h('label', { for: id }, label), select);
}

/** A pole that is known, by its name, or the name of a new one. */
function poleField(lang: Lang, value: string, poles: Known['poles'], wrong: string, change: (pole: string) => void): HTMLElement {
  const list = newId('poles');
  const chosen = (text: string): string => poles.find(({ name }) => name === text)?.id ?? text;
  const field = textField('pole', say(lang, 'option_pole'), value, say(lang, 'option_pole_hint'), (text) => change(chosen(text.trim())), wrong);
  field.querySelector('input')!.setAttribute('list', list);
  field.append(h('datalist', { id: list }, poles.map(({ name }) => h('option', { value: name }))));
  return field;
}

function checkBox(key: string, label: string, checked: boolean, change: (on: boolean) => void): HTMLElement {
  const box = h('input', { type: 'checkbox', checked, 'data-key': `option:new-${key}`, on: { change: () => change(box.checked) } });
  return h('label', { class: 'check' }, box, h('span', {}, label));
}

function textField(key: string, label: string, value: string, hint: string, change: (value: string) => void, wrong = '', placeholder = ''): HTMLElement {
  const [id, note] = [newId(key), newId('note')];
  const said = wrong || hint;
  const input = h('input', { type: 'text', id, value, placeholder, autocomplete: 'off', 'data-key': `option:${key}`, 'aria-describedby': said ? note : undefined, 'aria-invalid': wrong ? true : undefined, on: { change: () => change(input.value) } });
  return h('div', { class: 'option' }, h('label', { for: id }, label), input, said && h('p', { class: wrong ? 'hint wrong' : 'hint', id: note }, said));
}

/** One line: your columns → ours, personal ones said to be removed. */
export function columnSummary(lang: Lang, report: Report, events: OptionEvents): HTMLElement {
  const columns = allColumns(report);
  const kept = columns.filter(({ status }) => status === 'known' || status === 'mapped');
  const personal = columns.filter(({ status }) => status === 'personal');
  const unknown = columns.filter(({ status }) => status === 'unknown');
  const pair = (names: string, becomes: string, style = ''): HTMLElement => h('li', { class: style || undefined }, h('strong', {}, names), h('span', { class: 'to', 'aria-hidden': 'true' }, ' → '), h('span', { class: 'sr' }, ' : '), becomes);
  return h(
    'section',
    { class: 'card columns' },
    h('h2', {}, say(lang, 'columns_title')),
    h(
      'ul',
      {},
      kept.map(({ heading, field_label: label }) => pair(heading, label?.[lang] ?? '')),
      unknown.map(({ heading }) => pair(heading, say(lang, 'unknown'), 'unknown')),
      personal.length > 0 && pair(personal.map(({ heading }) => heading).join(', '), say(lang, 'personal'), 'personal'),
    ),
    h('button', { type: 'button', class: 'quiet', 'data-key': 'columns', on: { click: () => events.columns(true) } }, say(lang, 'change')),
    unknown.length > 0 && h('p', { class: 'hint' }, count(lang, 'unread', unknown.length)),
  );
}

/** The columns one by one, each with what it may become. */
export function columnEditor(lang: Lang, draft: Draft, report: Report, events: OptionEvents): HTMLElement {
  const w = (key: ImportWord): string => say(lang, key);
  const chosen = { ...draft.columns };
  const rows = allColumns(report).map((column) => {
    const { heading, field, status, examples } = column;
    const id = newId('column');
    if (status === 'personal') return h('tr', {}, h('th', { scope: 'row' }, heading), h('td', {}, ''), h('td', { class: 'personal' }, capital(w('personal'))));
    const select = h(
      'select',
      { id, 'aria-label': `${w('column_becomes')} : ${heading}`, 'data-key': `column:${heading}`, on: { change: () => (chosen[heading] = select.value) } },
      !field && status !== 'left_out' && h('option', { value: heading in draft.columns ? '' : '?' }, capital(w('unknown'))),
      report.fields.map(({ name, label, required }) => h('option', { value: name }, `${capital(label[lang])}${required ? ' *' : ''}`)),
      h('option', { value: '' }, w('column_drop')),
    );
    select.value = status === 'left_out' ? '' : (field ?? '?');
    return h('tr', {}, h('th', { scope: 'row' }, heading), h('td', { class: 'examples' }, examples.join(' · ')), h('td', {}, select));
  });
  const apply = (): void => {
    for (const heading of Object.keys(chosen)) if (chosen[heading] === '?') delete chosen[heading];
    events.columns(false);
    events.changed({ columns: chosen });
  };
  return h(
    'section',
    { class: 'card column-editor' },
    h('h2', { tabindex: -1, id: 'columns-title' }, w('columns_title')),
    h('div', { class: 'scroll' }, h('table', { 'aria-labelledby': 'columns-title' }, h('thead', {}, h('tr', {}, ['column_yours', 'column_examples', 'column_becomes'].map((key) => h('th', { scope: 'col' }, w(key as ImportWord))))), h('tbody', {}, rows))),
    h('p', { class: 'acts' }, h('button', { type: 'button', class: 'primary', 'data-key': 'columns-done', on: { click: apply } }, w('done_changing'))),
  );
}

function allColumns({ sheets }: Report): ColumnRead[] {
  const seen = new Set<string>();
  return sheets.flatMap(({ columns }) => columns).filter(({ heading }) => !seen.has(heading) && seen.add(heading));
}
