import { localStore } from '../device/ownStorage';

/** What the picker remembers on this device. */
const RECENT = 'parley.emoji.recent';
const TONE = 'parley.emoji.tone';
const MAX_RECENT = 24;

/** The emoji that were picked last, the latest first. */
export function recentEmoji(): string[] {
  try {
    const stored: unknown = JSON.parse(localStore().getItem(RECENT) ?? '[]');
    return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string').slice(0, MAX_RECENT) : [];
  } catch {
    return [];
  }
}

export function rememberEmoji(emoji: string) {
  const others = recentEmoji().filter((each) => each !== emoji);
  localStore().setItem(RECENT, JSON.stringify([emoji, ...others].slice(0, MAX_RECENT)));
}

/** The skin tone: 0 for none, 1 (light) to 5 (dark). */
export function skinTone(): number {
  const tone = Number(localStore().getItem(TONE) ?? 0);
  return Number.isInteger(tone) && tone >= 0 && tone <= 5 ? tone : 0;
}

export function setSkinTone(tone: number) {
  localStore().setItem(TONE, String(tone));
}
