import { texts } from './index';

let locale = supported();
let formats = formatsOf(locale);

/** The language if the browser can write dates in it, else the first of the browser. */
function supported(language?: string): string {
  try {
    const wanted = [...(language === undefined ? [] : [language]), ...navigator.languages];
    return Intl.DateTimeFormat.supportedLocalesOf(wanted)[0] ?? 'en-GB';
  } catch {
    // Some environments report invalid language tags, such as en-US@posix.
    return 'en-GB';
  }
}

function formatsOf(language: string) {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options);
  return {
    clock: format({ timeStyle: 'short' }),
    weekday: format({ weekday: 'long' }),
    shortDay: format({ day: 'numeric', month: 'short' }),
    longDay: format({ weekday: 'long', day: 'numeric', month: 'long' }),
    otherYear: format({ day: 'numeric', month: 'short', year: 'numeric' }),
    full: format({ dateStyle: 'full', timeStyle: 'medium' }),
  };
}

/** How times and dates are written: in the language that the user has chosen, else in the first of the browser. */
export function writeTimesIn(language: string | undefined) {
  locale = supported(language);
  formats = formatsOf(locale);
}

const DAY_MS = 86_400_000;

export const timeOfDay = (ts: string) => formats.clock.format(new Date(ts));
export const fullTime = (ts: string) => formats.full.format(new Date(ts));
export const dayKey = (ts: string) => new Date(ts).toDateString();

function daysAgo(date: Date, now: Date) {
  const midnight = (of: Date) => new Date(of.getFullYear(), of.getMonth(), of.getDate()).getTime();
  return Math.round((midnight(now) - midnight(date)) / DAY_MS);
}

/** @param day 1 is Monday, 7 Sunday */
export const weekdayName = (day: number) => formats.weekday.format(new Date(2024, 0, day));

/** For day separators. */
export function dayName(ts: string, now = new Date()): string {
  const date = new Date(ts);
  const ago = daysAgo(date, now);
  if (ago === 0) return texts.time.today;
  if (ago === 1) return texts.time.yesterday;
  return date.getFullYear() === now.getFullYear() ? formats.longDay.format(date) : formats.otherYear.format(date);
}

/** When something ends: the time if that is today, else also the day. */
export function endTime(ts: string, now = new Date()): string {
  const date = new Date(ts);
  const ahead = -daysAgo(date, now);
  if (ahead === 0) return formats.clock.format(date);
  return `${ahead > 0 && ahead < 7 ? formats.weekday.format(date) : formats.shortDay.format(date)} ${formats.clock.format(date)}`;
}

/** The shortest form, for lists. */
export function shortTime(ts: string, now = new Date()): string {
  const date = new Date(ts);
  const ago = daysAgo(date, now);
  if (ago <= 0) return formats.clock.format(date);
  if (ago === 1) return texts.time.yesterday;
  if (ago < 7) return formats.weekday.format(date);
  return date.getFullYear() === now.getFullYear() ? formats.shortDay.format(date) : formats.otherYear.format(date);
}

/**
 * The time in another time zone, with the day of the week if it is not the one here; undefined if the browser does not
 * know the zone.
 */
export function timeIn(zone: string, now = new Date()): string | undefined {
  try {
    const day = (timeZone?: string) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone }).format(now);
    const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }).format(now);
    return day(zone) === day() ? time : `${day(zone)} ${time}`;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
