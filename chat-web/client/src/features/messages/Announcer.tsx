import { useEffect, useRef, useState } from 'react';
import { texts } from '../../i18n';
import { excerptOf } from '../../markdown/useMarkdown';
import type { TimelineMessage } from '../../state/timeline';
import { useChat, useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';

const WITHIN_MS = 10_000;
const MAX_SINGLE = 5;
const MAX_LENGTH = 200;

interface Props {
  conv: number;
  items: readonly TimelineMessage[];
  /** Whether the items include the newest message. */
  live: boolean;
}

/**
 * Announces new messages of others to screen readers: never history, and only their number if more than five arrive
 * within ten seconds.
 */
export function Announcer({ conv, items, live }: Props) {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const loading = useChatState((state) => state.timelines.get(conv)?.loading !== undefined);
  const [announcement, setAnnouncement] = useState('');
  const newest = useRef<number>(undefined);
  const recent = useRef<number[]>([]);

  useEffect(() => {
    const last = items.at(-1)?.pos;
    const before = newest.current;
    if (last === undefined || !live) return;
    newest.current = Math.max(last, before ?? 0);
    // What is loaded is not new.
    if (before === undefined || loading || last <= before) return;
    const added = items.filter((item) => item.pos > before && item.from !== me && item.kind === undefined);
    const now = Date.now();
    recent.current = [...recent.current.filter((at) => now - at < WITHIN_MS), ...added.map(() => now)];
    const message = added.at(-1);
    if (!message) return;
    const body = excerptOf(message.body || (message.files?.[0]?.name ?? '')).slice(0, MAX_LENGTH);
    const { announced, announcedMany } = texts.messages;
    if (recent.current.length > MAX_SINGLE) return setAnnouncement(announcedMany(recent.current.length));
    const announce = () => setAnnouncement(announced(nameOf(chat.store.getState().people, message.from), body));
    // It is read aloud once, so it waits for a name that has to be loaded.
    if (message.from === undefined || chat.store.getState().people.has(message.from)) announce();
    else void chat.met(message.from).then(announce);
  }, [chat, items, live, loading, me]);

  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {announcement}
    </p>
  );
}
