import { isAddress } from './address';
import type { Edit } from './insertText';

/** The text of a field and its selection. */
export interface Selection {
  value: string;
  from: number;
  to: number;
}

export type Format = 'bold' | 'italic' | 'strike' | 'code' | 'quote' | 'bullets' | 'numbers' | 'link';

const MARKERS = { bold: '**', italic: '_', strike: '~~', code: '`' } as const;

/** Applies the format to the selection, or removes it if the selection already has it. */
export function format(selection: Selection, kind: Format): Edit {
  switch (kind) {
    case 'code':
      return selected(selection).includes('\n') ? codeBlock(selection) : mark(selection, MARKERS.code);
    case 'bold':
    case 'italic':
    case 'strike':
      return mark(selection, MARKERS[kind]);
    case 'quote':
      return prefixLines(selection, /^> ?/, () => '> ');
    case 'bullets':
      return prefixLines(selection, /^[-*+] /, () => '- ');
    case 'numbers':
      return prefixLines(selection, /^\d+[.)] /, (index) => `${index + 1}. `);
    case 'link':
      return link(selection);
  }
}

const selected = ({ value, from, to }: Selection) => value.slice(from, to);

function mark(selection: Selection, marker: string): Edit {
  const { value, from, to } = trimmed(selection);
  const { length } = marker;
  const outside = value.slice(from - length, from) === marker && value.slice(to, to + length) === marker;
  if (outside && !isLonger(value, from, to, marker)) {
    const text = value.slice(from, to);
    return { from: from - length, to: to + length, text, select: { from: 0, to: text.length } };
  }
  const text = value.slice(from, to);
  const lines = text.split('\n');
  const has = (line: string) => line.length >= 2 * length && line.startsWith(marker) && line.endsWith(marker);
  const removes = text !== '' && lines.every((line) => line.trim() === '' || has(line));
  const marked = lines
    .map((line) => {
      if (removes) return has(line) ? line.slice(length, -length) : line;
      return line.trim() === '' && text !== '' ? line : `${marker}${line}${marker}`;
    })
    .join('\n');
  const inner =
    removes || lines.length > 1 ? { from: 0, to: marked.length } : { from: length, to: marked.length - length };
  return { from, to, text: marked, select: inner };
}

/** The marker is part of a longer one: `*` within `**`. */
function isLonger(value: string, from: number, to: number, marker: string) {
  const char = marker.charAt(0);
  return value[from - marker.length - 1] === char && value[to + marker.length] === char;
}

/** Spaces at the ends would prevent the formatting. */
function trimmed({ value, from, to }: Selection): Selection {
  const text = value.slice(from, to);
  if (text.trim() === '') return { value, from, to };
  const start = text.length - text.trimStart().length;
  return { value, from: from + start, to: to - (text.length - text.trimEnd().length) };
}

function codeBlock({ value, from, to }: Selection): Edit {
  const text = value.slice(from, to).replace(/^\n+|\n+$/g, '');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  const before = from > 0 && value[from - 1] !== '\n' ? '\n' : '';
  const after = to < value.length && value[to] !== '\n' ? '\n' : '';
  const start = before.length + fence.length + 1;
  return {
    from,
    to,
    text: `${before}${fence}\n${text}\n${fence}${after}`,
    select: { from: start, to: start + text.length },
  };
}

const longestRun = (text: string) => Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));

function prefixLines({ value, from, to }: Selection, existing: RegExp, prefix: (index: number) => string): Edit {
  const start = value.lastIndexOf('\n', from - 1) + 1;
  const next = value.indexOf('\n', to);
  const end = next < 0 ? value.length : next;
  const lines = value.slice(start, end).split('\n');
  const removes = lines.every((line) => existing.test(line));
  const text = lines.map((line, i) => (removes ? line.replace(existing, '') : prefix(i) + line)).join('\n');
  const caret = { from: text.length, to: text.length };
  return { from: start, to: end, text, select: from === to ? caret : { from: 0, to: text.length } };
}

function link(selection: Selection): Edit {
  const { value, from, to } = trimmed(selection);
  const text = value.slice(from, to);
  if (isAddress(text)) return { from, to, text: `[](${text})`, select: { from: 1, to: 1 } };
  const address = text.length + 3;
  return { from, to, text: `[${text}]()`, select: text ? { from: address, to: address } : { from: 1, to: 1 } };
}

/** Makes the selected text a link to `address`. */
export function linkTo({ value, from, to }: Selection, address: string): Edit {
  const target = /[()\s]/.test(address) ? `<${address}>` : address;
  return { from, to, text: `[${value.slice(from, to)}](${target})` };
}
