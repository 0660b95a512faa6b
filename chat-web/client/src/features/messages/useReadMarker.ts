import { useEffect } from 'react';
import { usePageFocus } from '../../a11y/usePageFocus';
import { useChat } from '../shared/chatContext';

/** Marks the conversation as read while its newest message is in view and the page has the focus. */
export function useReadMarker(conv: number, newest: number | undefined, inView: boolean) {
  const chat = useChat();
  const focused = usePageFocus();
  useEffect(() => {
    if (focused && inView && newest !== undefined) chat.read(conv, newest);
  }, [chat, conv, newest, inView, focused]);
}
