import type { WorkingHours } from '../protocol/ownState';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Whether the user works at that time. Hours that end before they begin end on the next day. */
export function isWorking(hours: WorkingHours, at: Date): boolean {
  const local = localTime(hours.zone, at);
  // A zone that this browser does not know: rather one alert too many.
  if (!local) return true;
  const { day, minute } = local;
  const [from, to] = [minuteOf(hours.from), minuteOf(hours.to)];
  const begins = (on: number) => hours.days.includes(on);
  if (from < to) return begins(day) && minute >= from && minute < to;
  return (begins(day) && minute >= from) || (begins(day === 1 ? 7 : day - 1) && minute < to);
}

function localTime(zone: string, at: Date) {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const parts = format.formatToParts(at);
    const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
    return { day: DAYS.indexOf(part('weekday')) + 1, minute: minuteOf(`${part('hour')}:${part('minute')}`) };
  } catch {
    return undefined;
  }
}

/** The minute of the day, of a time as HH:mm. */
function minuteOf(time: string) {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
