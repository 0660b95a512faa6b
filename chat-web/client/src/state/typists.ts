import type { ConversationId, UserId } from '../protocol/resources';
import type { ChatState } from './model';
import type { Store } from './store';
import { withEntry } from './store';

const SHOWN_FOR_MS = 6_000;

/** Who is typing where, until they send it or have been silent for a while. */
export class Typists {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly store: Store<ChatState>) {}

  started(conv: ConversationId, user: UserId) {
    const name = `${conv}/${user}`;
    clearTimeout(this.timers.get(name));
    this.timers.set(
      name,
      setTimeout(() => this.stopped(conv, user), SHOWN_FOR_MS),
    );
    const typing = this.store.get().typing.get(conv) ?? [];
    if (!typing.includes(user)) this.put(conv, [...typing, user]);
  }

  stopped(conv: ConversationId, user: UserId) {
    const name = `${conv}/${user}`;
    clearTimeout(this.timers.get(name));
    if (!this.timers.delete(name)) return;
    const others = (this.store.get().typing.get(conv) ?? []).filter((typist) => typist !== user);
    this.put(conv, others.length ? others : undefined);
  }

  stop() {
    this.timers.forEach((timer) => clearTimeout(timer));
  }

  private put(conv: ConversationId, users: readonly UserId[] | undefined) {
    this.store.set({ typing: withEntry(this.store.get().typing, conv, users) });
  }
}
