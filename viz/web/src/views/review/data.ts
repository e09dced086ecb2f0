// The review queue as the server sends it.
import type { Text } from '../../data/packed';

export interface Card {
  id: string;
  name: string;
  kind: string;
  kind_label: string;
  sector: string;
  family: string;
  where: string;
  siren: string | null;
  rna: string | null;
  ties: number;
  facts: { label: Text; value: string }[];
  sources: string[];
}
export interface Item {
  id: string;
  import: { id: string; title: string } | null;
  left: Card;
  right: Card;
  score: number;
  same: { field: string; label: Text; value: string }[];
  differs: { field: string; label: Text; left: string; right: string }[];
  reasons: Text[];
  /** What each thing compared counts for or against; their sum is `points`. */
  features: { name: string; label: Text; points: number }[];
  points: number;
  changes: { ties: number; sentence: Text };
}
export interface Judged {
  id: string;
  left: { id: string; name: string };
  right: { id: string; name: string };
  verdict: 'same' | 'different';
  author: string;
  decided_at: string;
  live: boolean;
}
export interface Queue {
  waiting: number;
  /** Not where there are too many actors to compare them all. */
  compared: boolean;
  items: Item[];
  judged: Judged[];
}
export type Verdict = 'same' | 'different' | 'later';
