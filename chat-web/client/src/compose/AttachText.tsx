import type { RefObject } from 'react';
import { texts } from '../i18n';
import { applyEdit } from './insertText';

interface Props {
  area: RefObject<HTMLTextAreaElement | null>;
  onAttach: (text: string) => void;
}

/** Offers to send a text that is too long for a message as a file. One undo brings the text back. */
export function AttachText({ area, onAttach }: Props) {
  function attach() {
    const field = area.current;
    if (!field) return;
    onAttach(field.value);
    applyEdit(field, { from: 0, to: field.value.length, text: '' });
  }

  return (
    <button type="button" className="button button--small compose__attach" onClick={attach}>
      {texts.files.asFile}
    </button>
  );
}
