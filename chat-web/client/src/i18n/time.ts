import { texts } from './index';

const locale = firstLocale();

/** The first language of the browser decides how times and dates are written. */
function firstLocale(): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(navigator.languages)[0] ?? 'en-GB';
  } catch {
    // Some environments report invalid language tags, such as en-US@posix.
    return 'en-GB';
  }
}

const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long' });
const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const longDay = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
const otherYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' });

const DAY_MS = 86_400_000;

export const timeOfDay = (ts: string) => clock.format(new Date(ts));
export const fullTime = (ts: string) => full.format(new Date(ts));
export const dayKey = (ts: string) => new Date(ts).toDateString();

function daysAgo(date: Date, now: Date) {
  const midnight = (of: Date) => new Date(of.getFullYear(), of.getMonth(), of.getDate()).getTime();
  return Math.round((midnight(now) - midnight(date)) / DAY_MS);
}

/** @param day 1 is Monday, 7 Sunday */
export const weekdayName = (day: number) => weekday.format(new Date(2024, 0, day));

/** For day separators. */
export function dayName(ts: string, now = new Date()): string {
  const date = new Date(ts);
  const ago = daysAgo(date, now);
  if (ago === 0) return texts.time.today;
  if (ago === 1) return texts.time.yesterday;
  return date.getFullYear() === now.getFullYear() ? longDay.format(date) : otherYear.format(date);
}

/** When something ends: the time if that is today, else also the day. */
export function endTime(ts: string, now = new Date()): string {
  const date = new Date(ts);
  const ahead = -daysAgo(date, now);
  if (ahead === 0) return clock.format(date);
  return `${ahead > 0 && ahead < 7 ? weekday.format(date) : shortDay.format(date)} ${clock.format(date)}`;
}

/** The shortest form, for lists. */
export function shortTime(ts: string, now = new Date()): string {
  const date = new Date(ts);
  const ago = daysAgo(date, now);
  if (ago <= 0) return clock.format(date);
  if (ago === 1) return texts.time.yesterday;
  if (ago < 7) return weekday.format(date);
  return date.getFullYear() === now.getFullYear() ? shortDay.format(date) : otherYear.format(date);
}
