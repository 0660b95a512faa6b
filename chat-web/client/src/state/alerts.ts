import type { Locks } from '../outbox/outboxAdoption';
import type { ConversationId, Message, Pos } from '../protocol/resources';
import { isAlerting } from './alertRules';
import type { ChatState } from './chatState';
import type { StoreApi } from 'zustand/vanilla';

/** The time in which another tab or device can show the message and report it as read. */
const DELAY_MS = 800;
/** More messages of one conversation at once are one alert. */
const MAX_SINGLE = 3;

export interface Alert {
  conv: ConversationId;
  /** The last message of it. */
  message: Message;
  /** The number of messages that it stands for. */
  count: number;
}

/** What shows an alert, outside of the page. */
export interface AlertOutput {
  /** Returns what removes it; undefined if it cannot be shown. */
  show(alert: Alert): (() => void) | undefined;
  sound(): void;
}

/**
 * Alerts the user to messages that are not on screen: once over all tabs, because only the tab that holds a lock shows
 * alerts, and only after others had the time to report the message as read. What is read anywhere loses its alert.
 */
export class Alerts {
  private readonly waiting = new Map<ConversationId, Message[]>();
  private readonly shown = new Map<ConversationId, { pos: Pos; close: () => void }[]>();
  private timer?: ReturnType<typeof setTimeout>;
  private holdsLock = false;
  private readonly closing = new AbortController();
  private readonly unsubscribe: () => void;

  constructor(
    private readonly store: StoreApi<ChatState>,
    private readonly output: AlertOutput,
    locks: Locks | undefined,
  ) {
    if (locks) this.acquire(locks);
    // Without locks the browser shows alerts with the same tag once.
    else this.holdsLock = true;
    this.unsubscribe = store.subscribe((now, before) => {
      if (now.summaries !== before.summaries) this.removeRead();
    });
  }

  /** A message arrived from the server, live or after a reconnect. */
  arrived(message: Message) {
    if (this.isSilent(message)) return;
    // An alert does not change any more once it is shown.
    if (message.from !== undefined) this.store.getState().people.want(message.from);
    this.waiting.set(message.conv, [...(this.waiting.get(message.conv) ?? []), message]);
    this.timer ??= setTimeout(() => this.flush(), DELAY_MS);
  }

  stop() {
    clearTimeout(this.timer);
    this.closing.abort();
    this.unsubscribe();
    this.shown.forEach((alerts) => alerts.forEach(({ close }) => close()));
    this.shown.clear();
  }

  private acquire(locks: Locks) {
    const { signal } = this.closing;
    const name = `parley.alerts.${this.store.getState().me.id}`;
    const held = () =>
      new Promise<void>((release) => {
        this.holdsLock = !signal.aborted;
        signal.addEventListener('abort', () => release());
      });
    locks.request(name, { signal }, held).catch((error: unknown) => {
      if (!signal.aborted) console.warn('The lock for alerts could not be requested. This tab shows none.', error);
    });
  }

  private flush() {
    this.timer = undefined;
    // The tab that holds the lock shows them.
    if (!this.holdsLock) return this.waiting.clear();
    const { settings } = this.store.getState().own;
    let any = false;
    for (const [conv, messages] of this.waiting) {
      const unread = messages.filter((message) => this.isUnread(message));
      const last = unread.at(-1);
      if (!last) continue;
      any = true;
      if (!settings.desktop) continue;
      if (unread.length > MAX_SINGLE) this.show({ conv, message: last, count: unread.length });
      else unread.forEach((message) => this.show({ conv, message, count: 1 }));
    }
    this.waiting.clear();
    if (any && settings.sound) this.output.sound();
  }

  /** Also if notifications are resumed before the alert would be shown. */
  private isSilent(message: Message): boolean {
    const { summaries, own, me } = this.store.getState();
    const summary = summaries.get(message.conv);
    return summary !== undefined && !isAlerting(message, summary, own, me.id);
  }

  private isUnread({ conv, pos, ...message }: Message): boolean {
    const { summaries, own, me, timelines } = this.store.getState();
    const summary = summaries.get(conv);
    // It may have been edited or revoked meanwhile.
    const now = timelines.get(conv)?.items.find((item) => item.pos === pos) ?? { conv, pos, ...message };
    return summary !== undefined && pos > summary.read && isAlerting(now, summary, own, me.id);
  }

  private show(alert: Alert) {
    const close = this.output.show(alert);
    if (!close) return;
    const { conv, message } = alert;
    this.shown.set(conv, [...(this.shown.get(conv) ?? []), { pos: message.pos, close }]);
  }

  private removeRead() {
    const { summaries } = this.store.getState();
    for (const [conv, alerts] of this.shown) {
      const read = summaries.get(conv)?.read ?? Infinity;
      const left = alerts.filter(({ pos }) => pos > read);
      if (left.length === alerts.length) continue;
      alerts.filter(({ pos }) => pos <= read).forEach(({ close }) => close());
      if (left.length) this.shown.set(conv, left);
      else this.shown.delete(conv);
    }
  }
}
