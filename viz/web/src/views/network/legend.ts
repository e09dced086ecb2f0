// The legend, whose rows are the filters: real checkboxes in fieldsets, with what each would leave.
import { HATCHED, REVIEW, type Model } from '../../data/model';
import type { LegendRow } from '../../data/packed';
import { capital, whole } from '../../format';
import { same, type FilterGroup } from '../../state';
import type { Word } from '../../words';
import { h, newId, refill, setText } from '../../ui/dom';
import { legendIcon } from '../../ui/icons';
import { lookSection } from './legend-look';
import type { Actions, Net, Part } from './net';
import { whereSection } from './legend-where';

const GROUPS: { group: LegendRow['group']; note?: Word }[] = [
  { group: 'layer' },
  { group: 'tier', note: 'group_tier_note' },
  { group: 'sector', note: 'group_sector_note' },
  { group: 'family', note: 'group_family_note' },
  { group: 'standing' },
  { group: 'status' },
  { group: 'mark' },
];

export class Legend implements Part {
  readonly element = h('div', { class: 'legend' });
  private boxes = new Map<string, HTMLInputElement>();
  private counts = new Map<string, HTMLElement>();
  private open = new Set<string>();

  constructor(private readonly actions: Actions) {}

  update(net: Net, before: Net | null): void {
    if (!before || before.model !== net.model || before.lang !== net.lang || before.view.colour !== net.view.colour ||
        before.view.size !== net.view.size || before.colourBy !== net.colourBy ||
        !same(where(before), where(net))) this.build(net);
    if (before?.shown !== net.shown || !before || before.lang !== net.lang || before.model !== net.model) this.refresh(net);
  }

  private build(net: Net): void {
    this.boxes.clear();
    this.counts.clear();
    const { actions } = this;
    refill(
      this.element,
      ...GROUPS.map(({ group, note }) => this.group(net, group, note)),
      whereSection(net, actions),
      lookSection(net, actions),
    );
    this.refresh(net);
  }

  private group(net: Net, group: LegendRow['group'], note: Word | undefined): HTMLElement | null {
    const rows = net.model.legend.filter((row) => row.group === group && (row.count || group !== 'family'));
    if (!rows.length || (group === 'status' && rows.length < 2)) return null;
    const title = [net.say(`group_${group}` as Word), note && !(group === 'sector' && net.view.colour !== 'sector') && h('span', { class: 'note' }, ` (${net.say(note)})`)];
    if (group === 'mark') return h('section', { class: 'group' }, h('h3', {}, ...title), rows.map((row) => this.mark(net, row)));
    const drawn = group === 'family' ? 'fieldset.group.two' : 'fieldset.group';
    return h(drawn as 'fieldset', {}, h('legend', {}, ...title), rows.map((row) => [this.row(net, row), group === 'layer' ? this.kinds(net, row) : null]).flat());
  }

  private row(net: Net, row: LegendRow): HTMLElement {
    return this.box(net, row.group as FilterGroup, row.key, [
      // A letter and no colour, while the colour says something else.
      row.group === 'sector' && net.view.colour !== 'sector' ? null : legendIcon(row),
      h('span', { class: 'row-name' }, capital(row.label[net.lang]), row.letter && h('span', { class: 'letter', 'aria-hidden': 'true' }, row.letter)),
    ]);
  }

  private box(_: Net, group: FilterGroup, key: string, inside: (Node | null)[]): HTMLElement {
    const id = `${group}:${key}`;
    const box = h('input', { type: 'checkbox', id: newId('row'), 'data-key': id, on: { change: () => this.actions.toggle(group, key) } });
    const count = h('span', { class: 'count' });
    this.boxes.set(id, box);
    this.counts.set(id, count);
    return h('label', { class: 'row', for: box.id }, box, ...inside, count);
  }

  private mark(net: Net, row: LegendRow): HTMLElement {
    const count = h('span', { class: 'count' });
    this.counts.set(`mark:${row.key}`, count);
    return h('p', { class: 'row' }, legendIcon(row), h('span', { class: 'row-name' }, capital(row.label[net.lang])), count);
  }

  /** The kinds of a layer, folded under it. */
  private kinds(net: Net, layer: LegendRow): HTMLElement | null {
    const { model } = net;
    const kinds = kindsOf(model, layer.key);
    if (kinds.size < 2) return null;
    const name = (kind: string): string => net.word('tie', kind);
    const sorted = [...kinds].sort((a, b) => name(a).localeCompare(name(b), net.lang));
    const off = net.view.filters.off.kind ?? [];
    const details = h('details', { class: 'kinds', open: this.open.has(layer.key) || sorted.some((kind) => off.includes(kind)) });
    details.addEventListener('toggle', () => (details.open ? this.open.add(layer.key) : this.open.delete(layer.key)));
    details.append(
      h('summary', { 'data-key': `kinds:${layer.key}` }, net.count('kinds', sorted.length), h('span', { class: 'sr' }, ` : ${layer.label[net.lang]}`)),
      ...sorted.map((kind) => this.box(net, 'kind', kind, [h('span', { class: 'row-name' }, capital(name(kind)))])),
    );
    return details;
  }

  private refresh(net: Net): void {
    for (const [id, box] of this.boxes) {
      const at = id.indexOf(':');
      const [group, key] = [id.slice(0, at) as FilterGroup, id.slice(at + 1)];
      box.checked = !net.view.filters.off[group]?.includes(key);
      const left = net.shown.counts.get(id) ?? 0;
      const count = this.counts.get(id) as HTMLElement;
      setText(count, whole(left, net.lang));
      box.closest('.row')?.classList.toggle('none', left === 0);
    }
    for (const [id, count] of this.counts) if (id.startsWith('mark:')) setText(count, whole(marked(net, id.slice(5)), net.lang));
  }
}

/** How many of what is also drawn the filters leave. */
function marked({ model, shown }: Net, key: string): number {
  if (key === 'hull') return model.packed.hulls.filter(({ pole }) => shown.nodes[pole]).length;
  const flag = key === 'collective' ? HATCHED : REVIEW;
  return shown.nodes.reduce((n, on, row) => n + (on && model.has(row, flag) ? 1 : 0), 0);
}

const where = ({ view: { filters } }: Net): unknown => [filters.poles, filters.departements, filters.at, filters.review];

function kindsOf({ tie, m }: Model, layer: string): Set<string> {
  const wanted = tie.layer.names.indexOf(layer);
  const found = new Uint8Array(tie.kind.names.length);
  for (let row = 0; row < m; row += 1) if (tie.layer.codes[row] === wanted) found[tie.kind.codes[row]] = 1;
  return new Set(tie.kind.names.filter((_, code) => found[code]));
}
