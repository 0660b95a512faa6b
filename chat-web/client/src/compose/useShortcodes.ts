import type { RefObject } from 'react';
import { useEffect } from 'react';
import { skinTone } from '../emoji/emojiPreferences';
import { emojiIndex } from '../emoji/useEmojiIndex';
import { applyEdit, selectionOf } from './insertText';
import { shortcodeAt } from './trigger';

/** Replaces `:smile:` by its emoji when the second colon is typed. One undo restores the text. */
export function useShortcodes(area: RefObject<HTMLTextAreaElement | null>) {
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    const typed = (event: InputEvent) => {
      const { value, from, to } = selectionOf(element);
      if (event.inputType !== 'insertText' || event.data !== ':' || from !== to) return;
      const typedCode = shortcodeAt(value, from);
      const index = emojiIndex();
      const emoji = typedCode && index?.withShortcode(typedCode.code);
      if (!emoji || !index) return;
      event.preventDefault();
      applyEdit(element, { from: typedCode.from, to, text: index.toned(emoji, skinTone()) });
    };
    element.addEventListener('beforeinput', typed);
    return () => element.removeEventListener('beforeinput', typed);
  }, [area]);
}
