import type { ConversationId, UserId } from '../protocol/resources';
import type { ChatState } from './chatState';
import type { StoreApi } from 'zustand/vanilla';
import { withEntry } from './immutableMap';

const SHOWN_FOR_MS = 6_000;

/** Who is typing in which conversation. An indicator ends with a message or after a timeout. */
export class TypingIndicators {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly store: StoreApi<ChatState>) {}

  started(conv: ConversationId, user: UserId) {
    const name = `${conv}/${user}`;
    clearTimeout(this.timers.get(name));
    this.timers.set(
      name,
      setTimeout(() => this.stopped(conv, user), SHOWN_FOR_MS),
    );
    const typing = this.store.getState().typing.get(conv) ?? [];
    if (!typing.includes(user)) this.put(conv, [...typing, user]);
  }

  stopped(conv: ConversationId, user: UserId) {
    const name = `${conv}/${user}`;
    clearTimeout(this.timers.get(name));
    if (!this.timers.delete(name)) return;
    const others = (this.store.getState().typing.get(conv) ?? []).filter((typist) => typist !== user);
    this.put(conv, others.length ? others : undefined);
  }

  stop() {
    this.timers.forEach((timer) => clearTimeout(timer));
  }

  private put(conv: ConversationId, users: readonly UserId[] | undefined) {
    this.store.setState({ typing: withEntry(this.store.getState().typing, conv, users) });
  }
}
