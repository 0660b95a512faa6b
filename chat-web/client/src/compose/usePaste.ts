import type { RefObject } from 'react';
import { useEffect } from 'react';
import { applyEdit, selectionOf } from './insertText';
import { pasteEdits } from './paste';

type Convert = (html: string) => string;

let convert: Convert | undefined;

/** Loads the converter for formatted text in advance: a paste has to be answered at once. */
function prepare() {
  if (convert) return;
  import('./htmlToMarkdown').then(
    (module) => (convert = module.htmlToMarkdown),
    (error: unknown) => console.warn('The converter for pasted text could not be loaded. Pastes are plain.', error),
  );
}

/** Makes links and Markdown of what is pasted into the field. */
export function usePaste(area: RefObject<HTMLTextAreaElement | null>) {
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    const pasted = (event: ClipboardEvent) => {
      const { clipboardData } = event;
      if (!clipboardData) return;
      const content = {
        text: clipboardData.getData('text/plain'),
        html: clipboardData.getData('text/html'),
        types: [...clipboardData.types],
      };
      const edits = pasteEdits(content, selectionOf(element), convert);
      if (!edits) return;
      event.preventDefault();
      edits.forEach((edit) => applyEdit(element, edit));
    };
    prepare();
    element.addEventListener('paste', pasted);
    return () => element.removeEventListener('paste', pasted);
  }, [area]);
}
