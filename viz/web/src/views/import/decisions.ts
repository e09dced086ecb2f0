// What was decided of lines before they were saved becomes judgements once they are.
import type { Api } from '../../api';
import { lineKey, OWNER, type Draft } from './data';

interface Waiting {
  id: string;
  left: { id: string; name: string };
  right: { id: string; name: string };
  records: { import: string; sheet: string; line: number }[];
}

/** Sends the verdicts; how many lines of this import still wait. */
export async function decideSaved(api: Api, importId: string, draft: Draft): Promise<number> {
  const { items } = await api.get<{ items: Waiting[] }>('review?limit=500');
  const mine = items.filter(({ records }) => records.some((record) => record.import === importId));
  let left = mine.length;
  for (const item of mine) {
    const keys = item.records.filter((record) => record.import === importId).map(({ sheet, line }) => lineKey({ sheet, row: line }));
    const isOwner = [item.left.name, item.right.name].includes(draft.pole || draft.group);
    if (isOwner) keys.push(lineKey(OWNER));
    const decided = keys.map((key) => draft.decisions.get(key)).find((one) => one && one.verdict !== 'later' && [item.left.id, item.right.id].includes(one.candidate.id));
    if (!decided) continue;
    // One that cannot be decided any more stays in the queue, and is counted as such.
    const done = await api.post(`review/${encodeURIComponent(item.id)}`, { verdict: decided.verdict }).then(
      () => true,
      () => false,
    );
    if (done) left -= 1;
  }
  return left;
}
