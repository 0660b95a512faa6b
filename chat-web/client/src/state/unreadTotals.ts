import type { Api } from '../connection/api';
import { ApiError } from '../connection/http';
import type { Totals } from '../protocol/resources';
import type { ChatState } from './chatState';
import type { OwnParts } from './ownParts';
import { isMuted } from './ownParts';
import type { StoreApi } from 'zustand/vanilla';

const DELAY_MS = 1_000;

/**
 * The totals of unread messages over all conversations, also those that are not loaded. The server is asked after each
 * change of what is loaded; until it answers, the change itself is added to its last answer.
 */
export class UnreadTotals {
  private timer?: ReturnType<typeof setTimeout>;
  private asked: Totals = { unread: 0, mentions: 0 };
  private unsupported = false;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly store: StoreApi<ChatState>,
    private readonly api: Pick<Api, 'unreadTotals'>,
  ) {
    this.unsubscribe = store.subscribe((now, before) => {
      if (now.own.conversations !== before.own.conversations && !sameMuted(now.own, before.own)) this.askLater();
      else if (now.summaries !== before.summaries && differ(summed(now), this.asked)) this.askLater();
    });
  }

  /** To be called after each `welcome`: the server may have been replaced by a newer one. */
  opened() {
    this.unsupported = false;
    void this.ask();
  }

  stop() {
    clearTimeout(this.timer);
    this.unsubscribe();
  }

  private askLater() {
    if (this.unsupported || this.timer !== undefined) return;
    this.timer = setTimeout(() => void this.ask(), DELAY_MS);
  }

  private async ask() {
    clearTimeout(this.timer);
    this.timer = undefined;
    const state = this.store.getState();
    this.asked = summed(state);
    try {
      const totals = await this.api.unreadTotals();
      this.store.setState({ totals: { ...totals, asked: state.summaries } });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // A server without this call: the sums over what is loaded are shown. Other failures end with the next change.
      if (error.status !== 404) return;
      this.unsupported = true;
      clearTimeout(this.timer);
      this.timer = undefined;
    }
  }
}

type Counted = Pick<ChatState, 'summaries' | 'own'>;

/** The totals to show. Muted conversations do not count. */
export function shownTotals({ summaries, own, totals }: Counted & Pick<ChatState, 'totals'>): Totals {
  if (!totals) return summed({ summaries, own });
  let { unread, mentions } = totals;
  for (const [conv, before] of totals.asked) {
    if (isMuted(own, conv)) continue;
    const now = summaries.get(conv);
    // Only changes count: a conversation that was loaded since is part of the answer of the server.
    unread += (now?.unread ?? 0) - before.unread;
    mentions += (now?.mentions ?? 0) - (before.mentions ?? 0);
  }
  return { unread: Math.max(0, unread), mentions: Math.max(0, mentions) };
}

function summed({ summaries, own }: Counted): Totals {
  let [unread, mentions] = [0, 0];
  for (const summary of summaries.values()) {
    if (isMuted(own, summary.id)) continue;
    unread += summary.unread;
    mentions += summary.mentions ?? 0;
  }
  return { unread, mentions };
}

function sameMuted(now: OwnParts, before: OwnParts) {
  const convs = new Set([...now.conversations.keys(), ...before.conversations.keys()]);
  return [...convs].every((conv) => isMuted(now, conv) === isMuted(before, conv));
}

const differ = (a: Totals, b: Totals) => a.unread !== b.unread || a.mentions !== b.mentions;
