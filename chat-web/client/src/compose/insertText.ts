import type { Selection } from './format';

/** A change of the text in a field: the range is replaced, then `select` is selected, relative to the new text. */
export interface Edit {
  from: number;
  to: number;
  text: string;
  /** Default: the caret is placed after the new text. */
  select?: { from: number; to: number };
}

/**
 * Changes the text of a field so that the browser can undo it. `execCommand` is deprecated, but nothing else adds to the
 * undo history. It raises the same events as typing.
 */
export function applyEdit(area: HTMLTextAreaElement, { from, to, text, select }: Edit) {
  area.focus();
  area.setSelectionRange(from, to);
  if (from !== to || text !== '') insert(area, from, to, text);
  if (select) area.setSelectionRange(from + select.from, from + select.to);
}

function insert(area: HTMLTextAreaElement, from: number, to: number, text: string) {
  if (execute(text)) return;
  area.setRangeText(text, from, to, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}

function execute(text: string): boolean {
  // Missing in environments without editing.
  if (!('execCommand' in document)) return false;
  return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
}

export function selectionOf({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Selection {
  return { value, from: selectionStart, to: selectionEnd };
}
