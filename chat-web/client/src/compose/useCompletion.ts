import type { KeyboardEvent } from 'react';
import { useEffect, useState } from 'react';
import { skinTone } from '../emoji/emojiPreferences';
import { useEmojiIndex } from '../emoji/useEmojiIndex';
import type { Suggestion } from './completions';
import { MAX_SUGGESTIONS, channelSuggestions, mentionSuggestions } from './completions';
import type { CompletionSource } from './source';
import type { Trigger } from './trigger';
import { triggerAt } from './trigger';

interface Input {
  text: string;
  /** Undefined while text is selected or the field has no focus. */
  caret: number | undefined;
  source: CompletionSource | undefined;
  accept: (trigger: Trigger, suggestion: Suggestion) => void;
}

/** The suggestions for the word before the caret, and the keys that choose one. */
export function useCompletion({ text, caret, source, accept }: Input) {
  const trigger = caret === undefined ? undefined : triggerAt(text, caret);
  const [chosen, setChosen] = useState({ word: '', index: 0 });
  /** The start of the word for which the user closed the list. */
  const [dismissed, setDismissed] = useState<string>();
  const emoji = useEmojiIndex(trigger?.kind === 'emoji');

  const kind = trigger?.kind;
  const query = trigger?.query ?? '';
  const search = source?.search;
  useEffect(() => {
    if (kind) search?.(kind, query);
  }, [search, kind, query]);

  const start = trigger && `${trigger.kind} ${trigger.from}`;
  if (dismissed !== undefined && dismissed !== start) setDismissed(undefined);

  const suggestions = trigger && dismissed !== start ? find() : [];
  const word = `${start ?? ''} ${query}`;
  const index = chosen.word === word ? Math.min(chosen.index, suggestions.length - 1) : 0;

  function find(): Suggestion[] {
    switch (kind) {
      case 'mention':
        return source ? mentionSuggestions(source.people(), query, source.everyone) : [];
      case 'channel':
        return source ? channelSuggestions(source.channels(), query) : [];
      case 'emoji':
        return (emoji?.search(query, MAX_SUGGESTIONS) ?? []).map((each) => {
          const shown = emoji?.toned(each, skinTone()) ?? each.emoji;
          return { key: each.emoji, text: shown, label: `:${each.shortcodes[0] ?? each.label}:`, icon: shown };
        });
      case undefined:
        return [];
    }
  }

  function move(step: number) {
    setChosen({ word, index: (index + step + suggestions.length) % suggestions.length });
  }

  /** Returns whether the key was for the list. */
  function key(event: KeyboardEvent): boolean {
    if (!suggestions.length || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') setDismissed(start);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) choose(index);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  function choose(at: number) {
    const suggestion = suggestions[at];
    if (trigger && suggestion) accept(trigger, suggestion);
  }

  return { suggestions, index, key, choose };
}
