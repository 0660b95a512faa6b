/** Messages of at most this many emoji, and nothing else, are shown large. */
const MAX_LARGE = 8;

/** An emoji has at most 10 code points of up to two units each. */
const MAX_LENGTH = MAX_LARGE * 25;

let pattern: RegExp | undefined;

/** Whether the text consists of a few emoji. */
export function isEmojiOnly(text: string): boolean {
  // Not a literal, which would be a syntax error for the whole script in a browser without the v flag.
  pattern ??= new RegExp(`^\\s*(?:\\p{RGI_Emoji}\\s*){1,${MAX_LARGE}}$`, 'v');
  return text.length <= MAX_LENGTH && pattern.test(text);
}
