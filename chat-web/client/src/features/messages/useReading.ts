import { useEffect } from 'react';
import { useAttention } from '../../a11y/useAttention';
import { useChat } from '../shared/context';

/** Read is what a person had before them: the newest in view, in a window that has the focus. */
export function useReading(conv: number, newest: number | undefined, inView: boolean) {
  const chat = useChat();
  const attentive = useAttention();
  useEffect(() => {
    if (attentive && inView && newest !== undefined) chat.read(conv, newest);
  }, [chat, conv, newest, inView, attentive]);
}
