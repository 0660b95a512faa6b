/** Ends of a state that people choose by a name, such as "until tomorrow". */
export const untilNames = ['halfHour', 'hour', 'fourHours', 'tomorrow', 'week'] as const;
export type UntilName = (typeof untilNames)[number];

const MINUTE_MS = 60_000;
const MORNING_HOUR = 9;

/** Tomorrow and next week begin in the morning, by the local time. */
export function untilTime(name: UntilName, now = new Date()): string {
  switch (name) {
    case 'halfHour':
      return later(now, 30);
    case 'hour':
      return later(now, 60);
    case 'fourHours':
      return later(now, 240);
    case 'tomorrow':
      return morning(now, 1);
    case 'week':
      // The next Monday, also on a Monday.
      return morning(now, (8 - now.getDay()) % 7 || 7);
  }
}

/** As the field for a date has it, by the local time. */
export function dayFromNow(days: number): string {
  const now = new Date();
  return new Intl.DateTimeFormat('sv-SE').format(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days));
}

/** @param day as the field for a date has it; undefined if it is empty */
export function morningOf(day: string): string | undefined {
  const date = new Date(`${day}T00:00`);
  return Number.isNaN(date.getTime()) ? undefined : morning(date, 0);
}

const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * MINUTE_MS).toISOString();

function morning(now: Date, days: number) {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING_HOUR).toISOString();
}
