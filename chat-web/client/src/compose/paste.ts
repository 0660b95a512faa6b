import { isAddress } from './address';
import { isInCode } from './code';
import type { Selection } from './format';
import { linkTo } from './format';
import type { Edit } from './insertText';

/** Larger pastes are inserted as plain text. */
const MAX_HTML = 300_000;

interface Pasted {
  text: string;
  html: string;
  types: readonly string[];
}

type Convert = (html: string) => string;

/**
 * The edits that a paste makes, in order; undefined if the browser should paste the text. Formatted text is first
 * inserted as plain text and then replaced, so that one undo makes it plain.
 *
 * @param convert converts HTML to Markdown; undefined while it is not loaded
 */
export function pasteEdits(pasted: Pasted, selection: Selection, convert: Convert | undefined): Edit[] | undefined {
  const { value, from, to } = selection;
  const text = pasted.text.replace(/\r\n?/g, '\n');
  const replaced = value.slice(from, to);
  if (isInCode(value, from)) return undefined;
  if (isAddress(text.trim()) && replaced.trim() !== '' && !replaced.includes('\n') && !isAddress(replaced.trim()))
    return [linkTo(selection, text.trim())];
  if (!convert || !pasted.html || pasted.html.length > MAX_HTML || isPlainSource(pasted)) return undefined;
  const markdown = convert(pasted.html);
  if (markdown === '' || squeezed(markdown) === squeezed(text)) return undefined;
  if (text === '') return [{ from, to, text: markdown }];
  return [
    { from, to, text },
    { from, to: from + text.length, text: markdown },
  ];
}

/** A spreadsheet's cells are pasted as text between tabs, and code from an editor without its colors. */
function isPlainSource({ text, html, types }: Pasted) {
  const isSpreadsheet = /<(?:google-sheets-html-origin|table)[\s>]/i.test(html) && text.includes('\t');
  return isSpreadsheet || types.includes('vscode-editor-data');
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
