import { valuesOf, withValues } from './queryParts';

/** The operators for days, in the order in which they are shown. */
export const DAYS = ['on', 'after', 'before'] as const;
export type Days = Partial<Record<(typeof DAYS)[number], string>>;

export const KINDS = ['link', 'file', 'reaction'] as const;

const FILTERS = ['from', 'in', ...DAYS, 'has'];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Values that are no days are not shown as such. */
export const daysOf = (query: string): Days =>
  Object.fromEntries(
    DAYS.flatMap((day) => {
      const value = valuesOf(query, day).find((each) => DAY.test(each));
      return value === undefined ? [] : [[day, value]];
    }),
  );

export const withDays = (query: string, days: Days) =>
  DAYS.reduce((edited, day) => withValues(edited, day, days[day] === undefined ? [] : [days[day]]), query);

/** With a kind that was not in the query, or without one that was. */
export function withKind(query: string, kind: string): string {
  const kinds = valuesOf(query, 'has');
  const rest = kinds.filter((each) => each.toLowerCase() !== kind);
  return withValues(query, 'has', rest.length < kinds.length ? rest : [...kinds, kind]);
}

export const hasKind = (query: string, kind: string) =>
  valuesOf(query, 'has').some((each) => each.toLowerCase() === kind);

export const hasFilters = (query: string) => FILTERS.some((operator) => valuesOf(query, operator).length > 0);

export const withoutFilters = (query: string) =>
  FILTERS.reduce((edited, operator) => withValues(edited, operator, []), query);
