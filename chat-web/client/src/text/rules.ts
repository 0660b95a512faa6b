/**
 * The rules of what people type, as the server has them (TextRules.java): the cases in text-cases.json hold both to the
 * same. Each gives the text as it is kept, or undefined where it is refused.
 */

export const MOST_OF_A_BODY = 4_000;
const MOST_OF_A_NAME = 100;
const MOST_OF_A_TOPIC = 250;
const MOST_MARKS = 8;

/** Letters and symbols that have no ink. */
const BLANKS = '\\u2800\\u{1D159}';
const VISIBLE = new RegExp(
  `[^\\p{White_Space}\\p{DI}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Z}\\p{M}${BLANKS}]|(?=\\p{Cn})\\p{Extended_Pictographic}`,
  'u',
);
const NOT_IN_NAMES = `[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\p{NChar}${BLANKS}]|(?!\\p{VS})\\p{DI}`;
const KEPT_OUT = new RegExp(NOT_IN_NAMES, 'u');
/** Joiners change nothing around them, and older names have them where a script needs them. */
const NOT_SHOWN = new RegExp(`(?![\\u200C\\u200D])(?:${NOT_IN_NAMES})`, 'gu');
const HALF = /\p{Cs}/u;
const CONTROL = /\p{Cc}/u;
const MARKS = new RegExp(`\\p{M}{${MOST_MARKS + 1}}`, 'u');

const count = (text: string) => [...text].length;
const strip = (text: string) => text.replace(/^\p{White_Space}+/u, '').replace(/\p{White_Space}+$/u, '');

export const isVisible = (text: string) => VISIBLE.test(text);

export function body(text: string, most = MOST_OF_A_BODY): string | undefined {
  return !HALF.test(text) && count(text) <= most && isVisible(text) ? text : undefined;
}

export const displayName = (text: string) => name(text, MOST_OF_A_NAME);
export const title = (text: string) => name(text, MOST_OF_A_NAME);
export const topic = (text: string) => (strip(text) === '' ? '' : name(text, MOST_OF_A_TOPIC));

function name(text: string, most: number): string | undefined {
  if (KEPT_OUT.test(text)) return undefined;
  const kept = strip(text).normalize('NFC');
  return count(kept) <= most && isVisible(kept) && !MARKS.test(kept) ? kept : undefined;
}

export function username(text: string): string | undefined {
  return /^[A-Za-z0-9._-]{3,32}$/.test(text) ? text.toLowerCase() : undefined;
}

/** How easily it is guessed is for the server to say. */
export function password(text: string): string | undefined {
  if (HALF.test(text) || CONTROL.test(text)) return undefined;
  const kept = text.normalize('NFC');
  const length = count(kept);
  return length >= 8 && length <= 128 && isVisible(kept) ? kept : undefined;
}

/** One emoji of Unicode's list, with the variation selectors that it should have. */
export function emoji(text: string): string | undefined {
  const list = rgi();
  if (list.test(text)) return text;
  const plain = [...text].filter((each) => each !== '\uFE0E' && each !== '\uFE0F');
  const qualified = plain.map((each, i) => (asText(each) && !isTone(plain[i + 1]) ? `${each}\uFE0F` : each)).join('');
  return list.test(qualified) ? qualified : undefined;
}

const asText = (each: string) => /^\p{Emoji}$/u.test(each) && !/^\p{Emoji_Presentation}$/u.test(each);
const isTone = (each: string | undefined) => each !== undefined && /^\p{Emoji_Modifier}$/u.test(each);

let known: RegExp | undefined;

/** Made by hand, so that a browser without the v flag fails here and not in the whole page. */
function rgi(): RegExp {
  known ??= new RegExp('^\\p{RGI_Emoji}$', 'v');
  return known;
}

/** A name from before there were rules, so that it cannot change what stands around it; empty where nothing is left. */
export function shownName(text: string): string {
  const shown = text.replace(NOT_SHOWN, '');
  return isVisible(shown) ? shown : '';
}
