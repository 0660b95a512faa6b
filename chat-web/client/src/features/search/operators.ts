import { searchTexts } from '../../i18n/enSearch';

export type Operator = keyof typeof searchTexts.operator;

const OPERATORS = Object.keys(searchTexts.operator) as Operator[];

/** The word that ends at the cursor, and where it begins; a minus in front of it is not part of it. */
function wordAt(query: string, cursor: number) {
  const before = query.slice(0, cursor);
  const word = /-?(\S*)$/.exec(before)?.[1] ?? '';
  return { word, start: cursor - word.length };
}

/** The operators that can follow what is written at the cursor; all of them between two words. */
export function offered(query: string, cursor: number): Operator[] {
  const { word } = wordAt(query, cursor);
  return OPERATORS.filter((operator) => operator.startsWith(word.toLowerCase()) && operator !== word);
}

/** Puts an operator in the place of the word at the cursor. */
export function inserted(query: string, cursor: number, operator: Operator): { query: string; cursor: number } {
  const { start } = wordAt(query, cursor);
  const rest = query.slice(cursor);
  const space = operator.endsWith(':') || rest.startsWith(' ') ? '' : ' ';
  const written = query.slice(0, start) + operator + space;
  return { query: written + rest, cursor: written.length };
}
