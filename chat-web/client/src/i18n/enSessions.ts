/** The texts of the list of sessions, which is loaded on demand. */
export const sessionTexts = {
  title: 'Where you’re signed in',
  loading: 'Loading…',
  on: (program: string, system: string) => `${program} on ${system}`,
  browserOn: (system: string) => `A browser on ${system}`,
  unknown: 'Unknown device',
  current: 'This session',
  from: (address: string) => `From ${address}`,
  justNow: 'signed in just now',
  minutes: (count: number) => (count === 1 ? 'signed in 1 minute ago' : `signed in ${count} minutes ago`),
  hours: (count: number) => (count === 1 ? 'signed in 1 hour ago' : `signed in ${count} hours ago`),
  days: (count: number) => (count === 1 ? 'signed in 1 day ago' : `signed in ${count} days ago`),
  end: 'Sign out',
  endOf: (device: string, when: string) => `Sign out ${device}, ${when}`,
  endOthers: 'Sign out all others',
  question: (device: string) => `Sign out ${device}?`,
  questionOthers: 'Sign out all other sessions?',
  hint: 'Messages that haven’t been sent there are kept there until you sign in again.',
  ended: (device: string) => `${device} is signed out.`,
  othersEnded: 'All other sessions are signed out.',
  alone: 'You’re not signed in anywhere else.',
  unavailable:
    'Your sessions can’t be listed now, because the database is unavailable. You can still sign out all others.',
  unsupported: 'This server doesn’t list sessions yet. You can sign out on all other devices by changing the password.',
};

/** How long ago that was, in words. */
export function signedIn(begunAt: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(begunAt)) / 60_000);
  if (!(minutes >= 1)) return sessionTexts.justNow;
  if (minutes < 60) return sessionTexts.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? sessionTexts.hours(hours) : sessionTexts.days(Math.floor(hours / 24));
}
