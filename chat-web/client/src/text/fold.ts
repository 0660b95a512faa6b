/** The text without case, accents and compatibility forms, for searching. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

const WORD_START = /[\s._\-/@#]/u;

/**
 * How well a name matches a query: 0 for the whole name, then its beginning, the beginning of a word, and anywhere;
 * undefined if a word of the query is missing. Both are folded here.
 */
export function matchRank(name: string, query: string): number | undefined {
  const [in_, words] = [folded(name), folded(query).split(/\s+/).filter(Boolean)];
  let worst = 0;
  for (const word of words) {
    const rank = wordRank(in_, word);
    if (rank === undefined) return undefined;
    worst = Math.max(worst, rank);
  }
  return worst;
}

function wordRank(name: string, word: string): number | undefined {
  if (name === word) return 0;
  if (name.startsWith(word)) return 1;
  let best: number | undefined;
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
    if (WORD_START.test(name[at - 1] ?? ' ')) return 2;
    best = 3;
  }
  return best;
}
