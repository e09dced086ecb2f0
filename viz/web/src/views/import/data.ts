// What the server says of a file, and how it is asked.
import type { Api } from '../../api';
import type { Text } from '../../data/packed';
import { ended, isDeferred, type Job } from '../../job';

export type Fate = 'accepted' | 'changed' | 'waiting' | 'refused';

export interface Finding {
  code: string;
  level: 'info' | 'warning' | 'refused';
  sheet?: string;
  row?: number | null;
  column: string;
  value: string;
  message: string;
  hint: string;
}
export interface Candidate {
  id: string;
  name: string;
  kind: string;
  kind_label: string;
  where: string;
  reasons: Text[];
}
export interface Line {
  sheet: string;
  row: number;
  fate: Fate;
  cells: Record<string, string>;
  does?: Text | null;
  problems: Finding[];
  candidates?: Candidate[] | null;
}
export interface ColumnRead {
  heading: string;
  field: string | null;
  field_label: Text | null;
  status: 'known' | 'mapped' | 'unknown' | 'left_out' | 'personal';
  examples: string[];
}
export interface Report {
  file: string;
  list: string;
  list_label: Text;
  guessed: boolean;
  import_id: string | null;
  written: boolean;
  already: boolean;
  sheets: { name: string; header_row: number; columns: ColumnRead[] }[];
  fields: { name: string; label: Text; required: boolean }[];
  rows: number;
  fates: Record<Fate, number>;
  lines: Line[];
  lines_left_out: number;
  problems: Finding[];
  /** Whom the new pole, network or group whose list it is may be. */
  candidates: Candidate[];
  graph: { actors_written: number; ties_written: number; actors_dropped: number; ties_dropped: number };
  others: Report[];
}
export interface Correction {
  sheet: string;
  row: number;
  column: string;
  value: string;
}
export interface ListKind {
  name: string;
  label: Text;
  hint: Text;
}
export interface Logged {
  id: string;
  title: string;
  file: string;
  list: string;
  list_label: Text;
  loaded_at: string;
  author: string;
  rows: number;
  live: boolean;
  /** The import whose mended copy it is, under its title; null of any other file. */
  replaces: string | null;
  /** The import that took its place; null of one that counts or was undone. */
  replaced_by: string | null;
  complete_on: string | null;
  undoable: boolean;
}

/** A file that was dropped, what was said of it, and what was decided of its lines. */
export interface Draft {
  file: File;
  list: string;
  /** The one sheet to read; all of them if none is named. */
  sheet: string;
  pole: string;
  /** The employer group whose list it is. */
  group: string;
  /** What somebody says of a name that is no known pole's: a new pole, or a network's head. */
  newOne: '' | 'pole' | 'network';
  declaredBy: string;
  source: string;
  date: string;
  complete: boolean;
  columns: Record<string, string>;
  corrections: Correction[];
  /** By line and candidate: whether it is that one. */
  decisions: Map<string, 'same' | 'different' | 'later'>;
}

/** In the place of a line: whose list the file is. */
export const OWNER = { sheet: '', row: 0 } as const;

export const lineKey = ({ sheet, row }: { sheet: string; row: number }): string => `${sheet}\u0000${row}`;

/** Of several who are alike each is decided on its own. */
export const decisionKey = (at: { sheet: string; row: number }, id: string): string => `${lineKey(at)}\u0000${id}`;

/** The sheets of a workbook that can be read for its list, those left aside for another's sake too. */
export function sheetsOf({ sheets, problems }: Report): string[] {
  const aside = problems.filter(({ code }) => code === 'sheet_not_asked' || code === 'sheet_of_others').map(({ sheet }) => sheet ?? '');
  return [...new Set([...sheets.map(({ name }) => name), ...aside])].sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }));
}

/** Organisations are of a pole or a network; employers of a group. */
export const whoseField = ({ list }: Report): 'pole' | 'group' => (list === 'employers' ? 'group' : 'pole');

/** A list is of a pole or a network, and of no other actor; any may be the group of a list of employers. */
export const mayOwn = (report: Report, { kind }: Candidate): boolean => whoseField(report) === 'group' || kind === 'pole' || kind === 'network';

/** What the server asks of a name that is no known pole's, and that nobody has said to be new. */
export const poleAsked = ({ problems }: Report): Finding | undefined => problems.find(({ code }) => code.startsWith('pole_asked'));

export function draftOf(file: File): Draft {
  return { file, list: '', sheet: '', pole: '', group: '', newOne: '', declaredBy: '', source: '', date: '', complete: false, columns: {}, corrections: [], decisions: new Map() };
}

/** Sends the file; a large one becomes a job, whose progress is told. */
export async function send(api: Api, draft: Draft, dry: boolean, progress: (done: number, total: number | null, job: string) => void, signal: AbortSignal): Promise<Report> {
  const form = new FormData();
  form.set('file', draft.file, draft.file.name);
  if (draft.list) form.set('as', draft.list);
  form.set('dry_run', String(dry));
  for (const [key, value] of [['sheet', draft.sheet], ['pole', draft.pole], ['group', draft.group], ['declared_by', draft.declaredBy], ['source', draft.source], ['date', draft.date]]) if (value) form.set(key, value);
  if (draft.pole && draft.newOne) form.set(`new_${draft.newOne}`, 'true');
  if (draft.complete && draft.date) form.set('complete', 'true');
  if (Object.keys(draft.columns).length) form.set('map', JSON.stringify(draft.columns));
  if (draft.corrections.length) form.set('corrections', JSON.stringify(draft.corrections));
  const answer = await api.post<Report | { job: string }>('imports', form, signal);
  return isDeferred(answer) ? follow(api, answer.job, progress, signal) : answer;
}

/** Until a job that was begun is done. */
export async function follow(api: Api, id: string, progress: (done: number, total: number | null, job: string) => void, signal: AbortSignal): Promise<Report> {
  const { report } = await ended<Job & { report: Report }>(api, id, ({ done, total }) => progress(done, total, id), signal);
  return report;
}
