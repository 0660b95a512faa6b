/**
 * Finds the mentions of a message: `@username`, `@channel` and `@here`. The rules are in docs/protocol.md; the server
 * implements them in MentionGrammar.java and CodeRanges.java, and the tests of both use the cases in
 * mention-cases.json.
 */

/** A message mentions at most this many users; further ones are not mentioned. */
export const MAX_MENTIONED = 50;

export interface Mention {
  /** Index of the `@`. */
  start: number;
  /** Exclusive. */
  end: number;
  /** A username in lower case, `channel` or `here`. */
  name: string;
}

const LONGEST_NAME = 32;
const SHORTEST_NAME = 3;
const NAME_RUN = /[A-Za-z0-9._-]*/y;
const PATH = /^\/[A-Za-z0-9]/;
const WORD = /^[\p{L}\p{N}\p{M}]/u;
/** Variation selectors and the enclosing keycap end an emoji; the prolonged sound mark belongs to two scripts. */
const NO_WORD = /^[\uFE00-\uFE0F\u20E3\u30FC\uFF70]/u;
/** Scripts that are written without spaces or that attach particles to names, so a name can follow directly. */
const SPACELESS =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const NOT_BEFORE = '\\/@.+-=&%#$^';

export const isEveryone = (name: string) => name === 'channel' || name === 'here';

/**
 * The mentions of `body`, in order.
 *
 * @param isUser whether a username, in lower case, is that of a user who can be mentioned
 */
export function mentions(body: string, isUser: (username: string) => boolean): Mention[] {
  const found: Mention[] = [];
  const users = new Set<string>();
  let code: Uint8Array | undefined;
  for (let at = body.indexOf('@'); at >= 0;) {
    const end = runEnd(body, at + 1);
    if (end > at + 1 && mayBegin(body, at) && mayEnd(body, end)) {
      code ??= codeRanges(body);
      const mention = code[at] ? undefined : longest(body, at, end, isUser);
      if (mention && (isEveryone(mention.name) || isWithinLimit(users, mention.name))) found.push(mention);
    }
    at = body.indexOf('@', end);
  }
  return found;
}

/** What is being completed at `caret`: the text after an `@` that may begin a mention; undefined if there is none. */
export function mentionBeingTyped(body: string, caret: number): { start: number; query: string } | undefined {
  const at = body.lastIndexOf('@', caret - 1);
  if (at < 0 || at >= caret || runEnd(body, at + 1) < caret || caret - at - 1 > LONGEST_NAME) return undefined;
  const typed = body.slice(0, caret);
  if (!mayBegin(typed, at) || codeRanges(typed)[at]) return undefined;
  return { start: at, query: typed.slice(at + 1).toLowerCase() };
}

function isWithinLimit(users: Set<string>, name: string): boolean {
  if (users.has(name)) return true;
  if (users.size >= MAX_MENTIONED) return false;
  users.add(name);
  return true;
}

/** The longest name that exists, after removing as many trailing dots, underscores and hyphens as necessary. */
function longest(body: string, at: number, runEnd: number, isUser: (name: string) => boolean): Mention | undefined {
  for (let end = runEnd; end - at > SHORTEST_NAME; end--) {
    if (end < runEnd && !'._-'.includes(body.charAt(end))) return undefined;
    if (end - at - 1 > LONGEST_NAME) continue;
    const name = body.slice(at + 1, end).toLowerCase();
    if (isEveryone(name) || isUser(name)) return { start: at, end, name };
  }
  return undefined;
}

function runEnd(body: string, from: number): number {
  NAME_RUN.lastIndex = from;
  return from + (NAME_RUN.exec(body)?.[0].length ?? 0);
}

export function mayBegin(body: string, at: number): boolean {
  let before = at;
  while (before > 0 && '*_~'.includes(body.charAt(before - 1))) before--;
  if (before === 0) return true;
  const c = [...body.slice(Math.max(0, before - 2), before)].at(-1) ?? '';
  return !NOT_BEFORE.includes(c) && !isPartOfWord(c);
}

function mayEnd(body: string, end: number): boolean {
  const rest = body.slice(end, end + 2);
  return !rest.startsWith('@') && !PATH.test(rest) && !isPartOfWord(rest);
}

/** Whether the first character is a letter, digit or mark of a word, outside the scripts without spaces. */
const isPartOfWord = (text: string) => WORD.test(text) && !NO_WORD.test(text) && !SPACELESS.test(text);

/**
 * Marks the code of a message: fenced and indented blocks, and spans between backticks. It follows CommonMark, except
 * that lists do not change what counts as indented.
 */
export function codeRanges(body: string): Uint8Array {
  const code = new Uint8Array(body.length);
  let paragraph: { from: number; depth: number } | undefined;
  let fence: { char: string; length: number; depth: number } | undefined;

  const endParagraph = (to: number) => {
    if (paragraph) markSpans(body, paragraph.from, to, code);
    paragraph = undefined;
  };

  let from = 0;
  for (const line of body.split('\n')) {
    const to = from + line.length;
    const isInFence = fence && quoted(line, fence.depth).depth === fence.depth;
    if (fence && isInFence) {
      code.fill(1, from, to);
      if (closesFence(quoted(line, fence.depth).text, fence)) fence = undefined;
    } else {
      fence = undefined;
      const { depth, text } = quoted(line, Infinity);
      if (depth !== (paragraph?.depth ?? 0)) endParagraph(from);
      const indented = columns(text) >= 4;
      const opened = indented ? undefined : openedFence(text);
      if (/^[ \t\r]*$/.test(text)) {
        endParagraph(from);
      } else if (indented && !paragraph) {
        code.fill(1, from, to);
      } else if (opened) {
        endParagraph(from);
        fence = { ...opened, depth };
        code.fill(1, from, to);
      } else {
        const heading = !indented && /^[ \t\r]*#{1,6}(?:[ \t\r]|$)/.test(text);
        if (heading || /^[ \t\r]*(?:[-+*]|\d{1,9}[.)])(?:[ \t\r]|$)/.test(text)) endParagraph(from);
        paragraph ??= { from, depth };
        if (heading) endParagraph(to);
      }
    }
    from = to + 1;
  }
  endParagraph(body.length);
  return code;
}

/** Removes up to `most` block quote markers. */
function quoted(line: string, most: number): { depth: number; text: string } {
  let depth = 0;
  let text = line;
  while (depth < most) {
    const marker = /^ {0,3}>[ \t\r]?/.exec(text);
    if (!marker) break;
    depth++;
    text = text.slice(marker[0].length);
  }
  return { depth, text };
}

function openedFence(text: string): { char: string; length: number } | undefined {
  const run = /^[ \t\r]*(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1];
  return run === undefined ? undefined : { char: run.charAt(0), length: run.length };
}

function closesFence(text: string, fence: { char: string; length: number }): boolean {
  const run = /^[ \t\r]*(`+|~+)[ \t\r]*$/.exec(text)?.[1];
  return run !== undefined && run.startsWith(fence.char) && run.length >= fence.length && columns(text) < 4;
}

function columns(text: string): number {
  let columns = 0;
  for (const c of /^[ \t\r]*/.exec(text)?.[0] ?? '') columns += c === '\t' ? 4 - (columns % 4) : 1;
  return columns;
}

function markSpans(body: string, from: number, to: number, code: Uint8Array) {
  const text = body.slice(from, to);
  const runs = /`+/g;
  for (let i = 0; i < text.length;) {
    if (text.charAt(i) === '\\') {
      i += 2;
    } else if (text.charAt(i) === '`') {
      const length = /^`+/.exec(text.slice(i))?.[0].length ?? 1;
      runs.lastIndex = i + length;
      let closing = runs.exec(text);
      while (closing && closing[0].length !== length) closing = runs.exec(text);
      const end = closing ? closing.index + length : i + length;
      if (closing) code.fill(1, from + i, from + end);
      i = end;
    } else {
      i++;
    }
  }
}
