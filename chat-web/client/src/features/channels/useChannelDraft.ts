import { useRef, useState } from 'react';
import type { Draft } from './channelSettings';
import { valid } from './channelSettings';

/** The fields of a form for a channel. Checking moves the focus to the first field that is not valid. */
export function useChannelDraft(initial: Draft) {
  const [draft, setDraft] = useState(initial);
  const [checked, setChecked] = useState(false);
  const titleRef = useRef<HTMLInputElement>(null);
  const topicRef = useRef<HTMLInputElement>(null);

  /** The draft as it is to be sent; undefined if a field is not valid. */
  function check(): Draft | undefined {
    setChecked(true);
    const { title, topic, ...choices } = valid(draft);
    if (title !== undefined && topic !== undefined) return { title, topic, ...choices } as Draft;
    (title === undefined ? titleRef : topicRef).current?.focus();
    return undefined;
  }
  return { draft, setDraft, check, fields: { draft, onChange: setDraft, checked, titleRef, topicRef } };
}
