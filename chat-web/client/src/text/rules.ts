/**
 * The rules for text input, the same as in TextRules.java: the tests of both use the cases in text-cases.json. Each
 * function returns the normalized text, or undefined if the text is invalid.
 */

export const MAX_BODY = 4_000;
const MAX_NAME = 100;
const MAX_TOPIC = 250;
const MAX_MARKS = 8;

/** Letters and symbols without a visible glyph. */
const BLANKS = '\\u2800\\u{1D159}';
const VISIBLE = new RegExp(
  `[^\\p{White_Space}\\p{DI}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Z}\\p{M}${BLANKS}]|(?=\\p{Cn})\\p{Extended_Pictographic}`,
  'u',
);
const FORBIDDEN_IN_NAMES = `[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\p{NChar}${BLANKS}]|(?!\\p{VS})\\p{DI}`;
const FORBIDDEN = new RegExp(FORBIDDEN_IN_NAMES, 'u');
/** Keeps joiners: they do not affect the text around them, and some scripts need them. */
const NOT_DISPLAYED = new RegExp(`(?![\\u200C\\u200D])(?:${FORBIDDEN_IN_NAMES})`, 'gu');
const SURROGATE = /\p{Cs}/u;
const CONTROL = /\p{Cc}/u;
const MARKS = new RegExp(`\\p{M}{${MAX_MARKS + 1}}`, 'u');

const count = (text: string) => [...text].length;
const strip = (text: string) => text.replace(/^\p{White_Space}+/u, '').replace(/\p{White_Space}+$/u, '');

export const isVisible = (text: string) => VISIBLE.test(text);

export function body(text: string, max = MAX_BODY): string | undefined {
  return !SURROGATE.test(text) && count(text) <= max && isVisible(text) ? text : undefined;
}

export const displayName = (text: string) => name(text, MAX_NAME);
export const title = (text: string) => name(text, MAX_NAME);
export const topic = (text: string) => (strip(text) === '' ? '' : name(text, MAX_TOPIC));

function name(text: string, max: number): string | undefined {
  if (FORBIDDEN.test(text)) return undefined;
  const normalized = strip(text).normalize('NFC');
  return count(normalized) <= max && isVisible(normalized) && !MARKS.test(normalized) ? normalized : undefined;
}

export function username(text: string): string | undefined {
  return /^[A-Za-z0-9._-]{3,32}$/.test(text) ? text.toLowerCase() : undefined;
}

/** Does not check the strength; the server does. */
export function password(text: string): string | undefined {
  if (SURROGATE.test(text) || CONTROL.test(text)) return undefined;
  const normalized = text.normalize('NFC');
  const length = count(normalized);
  return length >= 8 && length <= 128 && isVisible(normalized) ? normalized : undefined;
}

/** Exactly one emoji of Unicode's RGI list, in its fully qualified form. */
export function emoji(text: string): string | undefined {
  const list = rgi();
  if (list.test(text)) return text;
  const plain = [...text].filter((each) => each !== '\uFE0E' && each !== '\uFE0F');
  const qualified = plain.map((each, i) => (asText(each) && !isTone(plain[i + 1]) ? `${each}\uFE0F` : each)).join('');
  return list.test(qualified) ? qualified : undefined;
}

/** For emoji from the server: the fully qualified form, or the text unchanged if it is not one emoji. */
export function qualifiedEmoji(text: string): string {
  return emoji(text) ?? text;
}

const asText = (each: string) => /^\p{Emoji}$/u.test(each) && !/^\p{Emoji_Presentation}$/u.test(each);
const isTone = (each: string | undefined) => each !== undefined && /^\p{Emoji_Modifier}$/u.test(each);

let rgiPattern: RegExp | undefined;

/** Not a literal, which would be a syntax error for the whole script in a browser without the v flag. */
function rgi(): RegExp {
  rgiPattern ??= new RegExp('^\\p{RGI_Emoji}$', 'v');
  return rgiPattern;
}

/** A name without the characters that affect the text around it; empty if nothing visible remains. */
export function displayableName(text: string): string {
  const displayed = text.replace(NOT_DISPLAYED, '');
  return isVisible(displayed) ? displayed : '';
}
