/** The text without case and accents: `Björn` becomes `bjorn`. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe');
}

/** How well any of the names matches: smaller is better, undefined is no match. `query` must be folded. */
export function matchRank(names: readonly string[], query: string): number | undefined {
  const ranks = names.flatMap((name) => rankOf(folded(name), query) ?? []);
  return ranks.length ? Math.min(...ranks) : undefined;
}

/** How well a name matches all words of the query, in any order: the rank of the worst. An empty query matches. */
export function wordsRank(name: string, query: string): number | undefined {
  const ranks = folded(query)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => matchRank([name], word));
  return ranks.some((rank) => rank === undefined) ? undefined : Math.max(0, ...ranks.map(Number));
}

const WORD_START = /[\s._\-/@#]/;

function rankOf(name: string, query: string): number | undefined {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  let rank: number | undefined;
  for (let at = name.indexOf(query); at >= 0; at = name.indexOf(query, at + 1)) {
    if (WORD_START.test(name.charAt(at - 1))) return 2;
    rank = 3;
  }
  return rank;
}
