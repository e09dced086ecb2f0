// Which names a text finds, and in which order.

/** How well a folded name answers a folded text: less is better, -1 not at all. */
export function answers(name: string, text: string): number {
  const at = name.indexOf(text);
  if (at === 0) return 0;
  if (at > 0) return /[\s'(-]/.test(name[at - 1]) ? 1 : 2;
  const words = text.split(/\s+/);
  return words.length > 1 && words.every((word) => name.includes(word)) ? 3 : -1;
}
