import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { usePageFocus } from '../../a11y/usePageFocus';
import type { Pos } from '../../protocol/resources';
import { useChat, useChatState } from '../shared/chatContext';

/**
 * The position after which messages are new to the reader. It is set when the conversation is opened, and again when
 * the page loses the focus: what comes then is new, also if it is read as soon as the reader returns.
 */
export function useNewLine(conv: number): Pos | undefined {
  const chat = useChat();
  const focused = usePageFocus();
  const opened = useChatState((state) => state.place?.conv === conv);
  const keptUnread = useChatState((state) => state.keptUnread === conv);
  const [line, setLine] = useState<Pos>();
  const known = useRef(false);

  useLayoutEffect(() => {
    if (!opened || known.current) return;
    known.current = true;
    const summary = chat.store.getState().summaries.get(conv);
    setLine(summary?.unread ? summary.read : undefined);
  }, [chat, conv, opened]);

  useEffect(() => {
    if (known.current && (!focused || keptUnread)) setLine(chat.store.getState().summaries.get(conv)?.read);
  }, [chat, conv, focused, keptUnread]);

  // Who answers has read what is above.
  useEffect(
    () =>
      chat.store.subscribe(({ outgoing }, before) => {
        if (outgoing.length > before.outgoing.length && outgoing.at(-1)?.conv === conv) setLine(undefined);
      }),
    [chat, conv],
  );

  return line;
}
