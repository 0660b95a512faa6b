import { searchTexts } from '../../i18n/enSearch';
import { partsOf, quoted } from './queryParts';

export type Operator = keyof typeof searchTexts.operator;

const OPERATORS = Object.keys(searchTexts.operator) as Operator[];

const NAMED = ['from', 'in', 'mentions'] as const;
/** An operator whose values are people or conversations. */
export type Named = (typeof NAMED)[number];

/** The value of such an operator that is being typed. */
export interface Typed {
  operator: Named;
  /** What is written before the cursor. */
  text: string;
  start: number;
  end: number;
}

/** The value at the cursor, if it is one that can be offered. */
export function typedAt(query: string, cursor: number): Typed | undefined {
  const part = partsOf(query).find((each) => each.valueStart <= cursor && cursor <= each.start + each.text.length);
  const operator = NAMED.find((each) => each === part?.operator);
  if (!part || !operator) return undefined;
  const raw = query.slice(part.valueStart, part.start + part.text.length);
  const isQuoted = raw.startsWith('"');
  const isClosed = isQuoted && raw.length > 1 && raw.endsWith('"');
  if (isClosed && cursor === part.valueStart + raw.length) return undefined;
  return {
    operator,
    text: query.slice(part.valueStart + (isQuoted ? 1 : 0), cursor),
    start: part.valueStart,
    // A quote that is not closed goes to the end of the query.
    end: isQuoted && !isClosed ? cursor : part.valueStart + raw.length,
  };
}

/** Puts a value in the place of what is typed. */
export function completed(query: string, { start, end }: Typed, value: string): Edited {
  return replaced(query, start, end, quoted(value), true);
}

/** A query, and where its cursor is. */
export interface Edited {
  query: string;
  cursor: number;
}

function replaced(query: string, start: number, end: number, text: string, withSpace: boolean): Edited {
  const rest = query.slice(end);
  const written = query.slice(0, start) + text + (withSpace && !rest.startsWith(' ') ? ' ' : '');
  return { query: written + rest, cursor: written.length };
}

/** The word that ends at the cursor, and where it begins; a minus in front of it is not part of it. */
function wordAt(query: string, cursor: number) {
  const before = query.slice(0, cursor);
  const word = /-?(\S*)$/.exec(before)?.[1] ?? '';
  return { word, start: cursor - word.length };
}

/** The operators that can follow what is written at the cursor; all of them between two words. */
export function offered(query: string, cursor: number): Operator[] {
  if (typedAt(query, cursor)) return [];
  const { word } = wordAt(query, cursor);
  return OPERATORS.filter((operator) => operator.startsWith(word.toLowerCase()) && operator !== word);
}

/** Puts an operator in the place of the word at the cursor. */
export function inserted(query: string, cursor: number, operator: Operator): Edited {
  return replaced(query, wordAt(query, cursor).start, cursor, operator, !operator.endsWith(':'));
}
