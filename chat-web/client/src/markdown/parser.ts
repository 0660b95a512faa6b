import type { StateBlock, StateInline, Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import { mayBegin } from '../text/mentions';
import { safeHref } from './links';
import type { Block, Inline } from './tree';
import { plain } from './tree';

/**
 * Longer texts are not parsed, which bounds the time for any input. A body that the server accepts is at most 4,000
 * characters, of up to two code units each.
 */
export const MAX_PARSED = 8_000;

/** Blocks nested deeper than this are shown as typed; inline formatting nested deeper is ignored. */
export const MAX_DEPTH = 12;

/**
 * An address without a scheme that is rarely meant as one: a file name whose extension is also a country code, as in
 * `main.rs`, or two sentences without a space in between, as in `done.It`.
 */
const NOT_AN_ADDRESS = /^(?!www\.).*\.(?:as|cc|md|ml|mm|pl|ps|py|rs|sh|so|tf|\p{Lu}\p{Ll}+)$/u;

const MENTION = /@([A-Za-z0-9._-]+)/y;

const markdown = new MarkdownIt('zero', { breaks: true, linkify: true, maxNesting: 100 });
markdown.enable(['linkify', 'blockquote', 'fence', 'list']);
markdown.enable(['autolink', 'backticks', 'emphasis', 'escape', 'link', 'newline', 'strikethrough']);
markdown.linkify.set({ fuzzyLink: true });
markdown.validateLink = (address) => safeHref(address) !== undefined;
// By default the host is decoded, so that a lookalike in Punycode would be shown as what it imitates.
markdown.normalizeLinkText = (address) => address;
markdown.block.ruler.before('fence', 'too_deep', tooDeep);
markdown.block.ruler.push('plain_line', (_state, _start, _end, silent = false) => silent, { alt: ['blockquote'] });
markdown.block.ruler.push('outdented', outdented, { alt: ['paragraph'] });
markdown.inline.ruler.at('newline', newline);
markdown.inline.ruler.before('emphasis', 'mention', mention);

export function parse(body: string): Block[] {
  return body.length > MAX_PARSED ? plain(body) : new Reader(markdown.parse(body, {})).blocks();
}

/** Shows deeply nested blocks as typed. The parser itself would omit them. */
function tooDeep(state: StateBlock, start: number, end: number, silent = false) {
  if (state.level < MAX_DEPTH || silent) return false;
  addParagraph(state, state.getLines(start, end, 0, false).trim());
  state.line = end;
  return true;
}

function addParagraph(state: StateBlock, text: string) {
  state.push('paragraph_open', 'p', 1);
  const inline = state.push('inline', '', 0);
  inline.content = text;
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
}

/** Ends a list at a line that is not indented. Markdown would add the line to the last item. */
function outdented(state: StateBlock, start: number, _end: number, silent = false) {
  return silent && (state.sCount[start] ?? 0) < state.blkIndent;
}

/** Keeps the spaces around a line break. */
function newline(state: StateInline, silent = false) {
  if (state.src[state.pos] !== '\n') return false;
  if (!silent) state.push('softbreak', 'br', 0);
  state.pos++;
  return true;
}

/** Before emphasis, because names may contain underscores. */
function mention(state: StateInline, silent = false) {
  if (state.src[state.pos] !== '@' || state.linkLevel > 0) return false;
  MENTION.lastIndex = state.pos;
  const name = MENTION.exec(state.src)?.[1];
  if (name === undefined || !mayBegin(state.src, state.pos)) return false;
  if (!silent) state.push('mention', '', 0).content = name;
  state.pos += name.length + 1;
  return true;
}

/** Turns the tokens of the parser into a tree. */
class Reader {
  private next = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  blocks(): Block[] {
    const blocks: Block[] = [];
    for (let token = this.take(); token && token.nesting >= 0; token = this.take()) {
      const block = this.block(token);
      if (block) blocks.push(block);
    }
    return blocks;
  }

  private take() {
    return this.tokens[this.next++];
  }

  private block(token: Token): Block | undefined {
    switch (token.type) {
      case 'inline':
        return { kind: 'paragraph', children: inlines(token.children ?? []) };
      case 'blockquote_open':
        return { kind: 'quote', children: this.blocks() };
      case 'bullet_list_open':
        return { kind: 'list', items: this.items() };
      case 'ordered_list_open':
        return { kind: 'list', start: Number(token.attrGet('start') ?? 1), items: this.items() };
      case 'fence':
        return { kind: 'code', language: language(token.info), text: token.content.replace(/\n$/, '') };
      case 'paragraph_open': {
        const [paragraph] = this.blocks();
        return paragraph;
      }
      default:
        return undefined;
    }
  }

  private items(): Block[][] {
    const items: Block[][] = [];
    while (this.take()?.type === 'list_item_open') items.push(this.blocks());
    return items;
  }
}

function language(info: string) {
  return /^[a-z0-9+#.-]{1,20}/.exec(info.trim().toLowerCase())?.[0];
}

function inlines(tokens: readonly Token[]): Inline[] {
  const open: Inline[][] = [[]];
  const add = (inline: Inline) => {
    const siblings = open.at(-1) ?? [];
    const last = siblings.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text') last.text += inline.text;
    else if (inline.kind !== 'text' || inline.text !== '') siblings.push(inline);
  };
  const enter = (inline: Inline & { children: Inline[] }) => {
    if (open.length > MAX_DEPTH) return open.push(open.at(-1) ?? []);
    add(inline);
    return open.push(inline.children);
  };
  for (const [index, token] of tokens.entries()) {
    switch (token.type) {
      case 'strong_open':
        enter({ kind: 'bold', children: [] });
        break;
      case 'em_open':
        enter({ kind: 'italic', children: [] });
        break;
      case 's_open':
        enter({ kind: 'strike', children: [] });
        break;
      case 'link_open': {
        const href = hrefOf(token, tokens[index + 1]?.content ?? '');
        if (href === undefined) open.push(open.at(-1) ?? []);
        else enter({ kind: 'link', href, children: [] });
        break;
      }
      case 'code_inline':
        add({ kind: 'code', text: token.content });
        break;
      case 'mention':
        add({ kind: 'mention', name: token.content });
        break;
      case 'softbreak':
      case 'hardbreak':
        add({ kind: 'text', text: '\n' });
        break;
      default:
        if (token.nesting < 0) open.pop();
        else add({ kind: 'text', text: token.content });
    }
  }
  return open[0] ?? [];
}

/** The address of a link. An address without a scheme gets https, unless it is rarely meant as one. */
function hrefOf(token: Token, text: string): string | undefined {
  const address = String(token.attrGet('href') ?? '');
  if (token.markup !== 'linkify' || /^(?:https?|mailto):/i.test(text) || address.startsWith('mailto:'))
    return safeHref(address);
  return NOT_AN_ADDRESS.test(text) ? undefined : safeHref(address.replace(/^http:/, 'https:'));
}
