/** A part of a query, as the server reads it; see docs/protocol.md. */
export interface Part {
  text: string;
  start: number;
  /** With a minus in front of it. */
  excluded: boolean;
  /** In lower case, without the colon. */
  operator?: string;
  /** Of the operator, without its quotes. */
  value: string;
  /** Where the value begins, with its quote. */
  valueStart: number;
}

const PARTS = /(-?)(?:(from|in|mentions|before|after|on|has|is):("[^"]*"?|\S*)|"[^"]*"?|\S+)/giu;

export function partsOf(query: string): Part[] {
  return [...query.matchAll(PARTS)].map(({ 0: text, 1: minus, 2: operator, 3: value = '', index: start }) => ({
    text,
    start,
    excluded: minus === '-',
    operator: operator?.toLowerCase(),
    value: value.startsWith('"') ? value.slice(1).replace(/"$/, '') : value,
    valueStart: start + text.length - value.length,
  }));
}

const isFilter = (part: Part, operator: string) => part.operator === operator && !part.excluded && part.value !== '';

/** The values of an operator that narrow the search; not those that exclude. */
export const valuesOf = (query: string, operator: string): string[] =>
  partsOf(query).flatMap((part) => (isFilter(part, operator) ? part.value : []));

/** The query with these values of an operator in the place of all others. Everything else stays as it is written. */
export function withValues(query: string, operator: string, values: readonly string[]): string {
  const rest = partsOf(query).filter((part) => part.operator !== operator || part.excluded);
  return [...rest.map(({ text }) => closed(text)), ...values.map((value) => `${operator}:${quoted(value)}`)].join(' ');
}

/** A quote that is not closed would take what follows it. */
const closed = (text: string) => ((text.split('"').length - 1) % 2 ? `${text}"` : text);

/** A value with spaces is written in quotes. */
export const quoted = (value: string) => (/\s/.test(value) ? `"${value}"` : value);

/** Whether a title can be written as the value of an operator. */
export const isWritable = (title: string) => title !== '' && !/["]|^[@#]|^\d+$/.test(title);
