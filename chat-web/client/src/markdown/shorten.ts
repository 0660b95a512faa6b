import type { Block, Inline } from './tree';

/** Longer messages are collapsed to `SHOWN_LINES`. */
const MAX_LINES = 30;
const SHOWN_LINES = 20;
const CHARACTERS_PER_LINE = 80;

/** Longer code is collapsed to `SHOWN_CODE_LINES`. */
export const MAX_CODE_LINES = 24;
export const SHOWN_CODE_LINES = 16;

/** The start of a long message, or undefined if the message is short enough. Depends on the text only, not on its size. */
export function shortened(blocks: readonly Block[]): Block[] | undefined {
  if (linesOf(blocks) <= MAX_LINES) return undefined;
  return cutBlocks(blocks, { left: SHOWN_LINES });
}

function linesOf(blocks: readonly Block[]): number {
  return blocks.reduce((lines, block) => lines + blockLines(block), 0);
}

function blockLines(block: Block): number {
  switch (block.kind) {
    case 'paragraph':
      return Math.max(1, textLines(block.children));
    case 'quote':
      return linesOf(block.children);
    case 'list':
      return linesOf(block.items.flat());
    case 'code':
      return Math.min(MAX_CODE_LINES, countLines(block.text));
  }
}

function textLines(inlines: readonly Inline[]): number {
  return inlines.reduce((lines, inline) => lines + inlineLines(inline), 0);
}

/** A fraction of a line for short texts, so that many of them share a line. */
function inlineLines(inline: Inline): number {
  if ('children' in inline) return textLines(inline.children);
  const text = inline.kind === 'mention' ? inline.name : inline.text;
  return Math.max(countLines(text) - 1, text.length / CHARACTERS_PER_LINE);
}

interface Budget {
  left: number;
}

function cutBlocks(blocks: readonly Block[], budget: Budget): Block[] {
  const cut: Block[] = [];
  for (const block of blocks) {
    if (budget.left <= 0) break;
    cut.push(cutBlock(block, budget));
  }
  return cut;
}

function cutBlock(block: Block, budget: Budget): Block {
  switch (block.kind) {
    case 'paragraph': {
      const left = budget.left - 1;
      const children = cutInlines(block.children, budget);
      budget.left = Math.min(budget.left, left);
      return { ...block, children };
    }
    case 'quote':
      return { ...block, children: cutBlocks(block.children, budget) };
    case 'list': {
      const items = block.items.map((item) => cutBlocks(item, budget)).filter((item) => item.length > 0);
      return { ...block, items };
    }
    case 'code':
      budget.left -= blockLines(block);
      return block;
  }
}

function cutInlines(inlines: readonly Inline[], budget: Budget): Inline[] {
  const cut: Inline[] = [];
  for (const inline of inlines) {
    if (budget.left <= 0) break;
    if ('children' in inline) {
      cut.push({ ...inline, children: cutInlines(inline.children, budget) });
      continue;
    }
    cut.push(inline.kind === 'mention' ? inline : { ...inline, text: cutText(inline.text, budget.left) });
    budget.left -= inlineLines(inline);
  }
  return cut;
}

/** Cuts at a line or a word, if there is one, and never within a character. */
function cutText(text: string, lines: number): string {
  const byLine = cutLines(text, Math.ceil(lines));
  const limit = Math.ceil(lines * CHARACTERS_PER_LINE);
  if (byLine.length <= limit) return byLine === text ? text : `${byLine}…`;
  const start = [...byLine.slice(0, limit + 1)].slice(0, -1).join('');
  const space = start.lastIndexOf(' ');
  return `${space > limit / 2 ? start.slice(0, space) : start}…`;
}

export const countLines = (text: string) => text.split('\n').length;

export const cutLines = (text: string, count: number) => text.split('\n', count).join('\n');
