import type { KeyboardEvent, Ref, RefObject } from 'react';
import { useEffect, useImperativeHandle } from 'react';
import { completed } from './completions';
import { formatOfKey, hasModifier } from './formatKeys';
import type { Format } from './format';
import { format } from './format';
import { applyEdit, selectionOf } from './insertText';
import type { CompletionSource } from './source';
import { SuggestionList, optionId } from './SuggestionList';
import { useCompletion } from './useCompletion';
import { usePaste } from './usePaste';
import { useShortcodes } from './useShortcodes';

/** What the text field asks of its assistant. */
export interface AssistHandle {
  /** Returns whether the key was for the suggestions, or formats the selection. */
  key: (event: KeyboardEvent) => boolean;
  format: (kind: Format) => void;
  insert: (text: string) => void;
}

interface Props {
  ref: Ref<AssistHandle>;
  area: RefObject<HTMLTextAreaElement | null>;
  value: string;
  /** Undefined while text is selected or the field has no focus. */
  caret: number | undefined;
  source: CompletionSource | undefined;
  /** The id of the list of suggestions. */
  list: string;
  /** Gets the id of the active suggestion; undefined if there is none. */
  onActive: (option: string | undefined) => void;
}

/** Completion, formatting, pasting and shortcodes of a text field. Loaded after the field is shown. */
export function Assist({ ref, area, value, caret, source, list, onActive }: Props) {
  const { suggestions, index, key, choose } = useCompletion({
    text: value,
    caret,
    source,
    accept: (trigger, suggestion) => {
      if (!area.current) return;
      const { value: text, to } = selectionOf(area.current);
      applyEdit(area.current, completed(trigger, suggestion, text, to));
    },
  });
  usePaste(area);
  useShortcodes(area);

  const active = suggestions.length > 0 ? optionId(list, index) : undefined;
  useEffect(() => onActive(active), [active, onActive]);

  useImperativeHandle(ref, () => {
    const formatSelection = (kind: Format) => {
      if (area.current) applyEdit(area.current, format(selectionOf(area.current), kind));
    };
    return {
      key: (event) => {
        if (key(event)) return true;
        const kind = hasModifier(event) ? formatOfKey(event) : undefined;
        if (!kind) return false;
        event.preventDefault();
        formatSelection(kind);
        return true;
      },
      format: formatSelection,
      insert: (text) => {
        if (!area.current) return;
        const { from, to } = selectionOf(area.current);
        applyEdit(area.current, { from, to, text });
      },
    };
  });

  return <SuggestionList id={list} suggestions={suggestions} index={index} onChoose={choose} />;
}
