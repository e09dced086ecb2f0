// What was decided of lines before they were saved becomes judgements once they are.
import type { Api } from '../../api';
import { decisionKey, OWNER, type Draft } from './data';

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
    const places: { sheet: string; row: number }[] = item.records.filter((record) => record.import === importId).map(({ sheet, line }) => ({ sheet, row: line }));
    const isOwner = [item.left.name, item.right.name].includes(draft.pole || draft.group);
    if (isOwner) places.push(OWNER);
    const decided = places.flatMap((at) => [item.left.id, item.right.id].map((id) => draft.decisions.get(decisionKey(at, id)))).find((one) => one && one !== 'later');
    if (!decided) continue;
    // One that cannot be decided any more stays in the queue, and is counted as such.
    const done = await api.post(`review/${encodeURIComponent(item.id)}`, { verdict: decided }).then(
      () => true,
      () => false,
    );
    if (done) left -= 1;
  }
  return left;
}
