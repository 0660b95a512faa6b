import type { RefObject } from 'react';
import { useEffect } from 'react';
import { loadPart } from '../parts/loadPart';
import { applyEdit, selectionOf } from './insertText';
import { pasteEdits } from './paste';

type Convert = (html: string) => string;

let convert: Convert | undefined;
let loading: Promise<unknown> | undefined;

/** Loads the converter for formatted text in advance: a paste has to be answered at once. Without it, pastes are plain. */
function prepare() {
  loading ??= loadPart(() => import('./htmlToMarkdown'), { quiet: true }).then(
    (module) => (convert = module.htmlToMarkdown),
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
