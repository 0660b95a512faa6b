/** The formatted content of a message. Text contains the line breaks as typed. */
export type Block =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'quote'; children: Block[] }
  /** `start` is the number of the first item; absent for a bullet list. */
  | { kind: 'list'; start?: number; items: Block[][] }
  | { kind: 'code'; language?: string; text: string };

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; children: Inline[] }
  /** What follows an `@`: may begin with the name of somebody who is mentioned. */
  | { kind: 'mention'; name: string };

/** Anything that the parser could treat as formatting. Text without a match is shown without loading the parser. */
const SYNTAX = /[*_~`[\\@]|:\/\/|[^\s.]\.[^\s.]|^[ \t]*(?:[-+>]|\d{1,9}[.)])/m;

export const hasSyntax = (body: string) => SYNTAX.test(body);

/** Paragraphs without formatting. */
export function plain(body: string): Block[] {
  return body
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((text) => ({ kind: 'paragraph', children: [{ kind: 'text', text }] }));
}

/** The text of a message in one line, without formatting. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return inlineText(block.children);
    case 'quote':
      return textOf(block.children);
    case 'list':
      return textOf(block.items.flat());
    case 'code':
      return block.text;
  }
}

export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'code':
          return inline.text;
        case 'mention':
          return `@${inline.name}`;
        default:
          return inlineText(inline.children);
      }
    })
    .join('');
}
