// The scene as bytes: `maillage.viz.scene_bytes`. Nothing is read digit by digit: a column is a
// view upon what arrived, unless it was multiplied to be whole.
import type { Numbers, Packed } from './packed';

const VIEWS = { u1: Uint8Array, i1: Int8Array, u2: Uint16Array, i2: Int16Array, i4: Int32Array, f8: Float64Array };

type Column = { n: number } & ({ all: number } | { at: number; type: keyof typeof VIEWS; per: number });
interface Lists {
  first: Column;
  items: Column;
}
type Sent<T> = { [K in keyof T]: T[K] extends Numbers ? Column : T[K] };
interface Head extends Omit<Packed, 'nodes' | 'ties' | 'labels' | 'hulls'> {
  nodes: Sent<Omit<Packed['nodes'], 'poles'>> & { poles: Lists };
  ties: Sent<Packed['ties']>;
  labels: Sent<Packed['labels']>;
  hulls: { pole: Column; members: Lists; polygon: Lists };
}

export function unpack(bytes: ArrayBuffer): Packed {
  const length = new DataView(bytes).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length))) as Head;
  const numbers = (column: Column): Numbers => ('all' in column ? alike(column) : scaled(new VIEWS[column.type](bytes, 4 + length + column.at, column.n), column.per));
  const lists = ({ first, items }: Lists): Numbers[] => cut(numbers(first), numbers(items));
  // `Sent` says which are columns; they alone are told by how many numbers they hold.
  const table = (sent: object): object => Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, isColumn(value) ? numbers(value) : value]));
  const [members, polygons] = [lists(head.hulls.members), lists(head.hulls.polygon)];
  return {
    ...head,
    nodes: { ...table(head.nodes), poles: lists(head.nodes.poles) } as Packed['nodes'],
    ties: table(head.ties) as Packed['ties'],
    labels: table(head.labels) as Packed['labels'],
    hulls: Array.from(numbers(head.hulls.pole), (pole, i) => ({ pole, members: members[i], polygon: polygons[i] })),
  };
}

const isColumn = (value: unknown): value is Column => typeof (value as Column).n === 'number';

function alike({ n, all }: { n: number; all: number }): Numbers {
  return Number.isInteger(all) ? new Int32Array(n).fill(all) : new Float64Array(n).fill(all);
}

function scaled(whole: Numbers, per: number): Numbers {
  if (per === 1) return whole;
  const found = new Float64Array(whole.length);
  for (let i = 0; i < found.length; i += 1) found[i] = whole[i] / per;
  return found;
}

/** Lists that stand one after the other; most are empty, and those are one. */
function cut(first: Numbers, items: Numbers): Numbers[] {
  const none = items.subarray(0, 0);
  const found = new Array<Numbers>(first.length - 1);
  for (let i = 0; i < found.length; i += 1) found[i] = first[i] < first[i + 1] ? items.subarray(first[i], first[i + 1]) : none;
  return found;
}
