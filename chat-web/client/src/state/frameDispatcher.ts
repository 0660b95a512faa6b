import type { Outbox } from '../connection/outbox';
import type { ErrFrame, MsgFrame, OkFrame, Presence, ServerFrame, UpdFrame } from '../protocol/frames';
import type { ConversationId } from '../protocol/resources';
import type { ChangeQueue } from './changeQueue';
import type { History } from './history';
import type { ConversationList } from './conversationList';
import type { ChatState } from './chatState';
import type { EphemeralSignals } from './ephemeralSignals';
import type { StoreApi } from 'zustand/vanilla';
import { afterChange, afterReceipt } from './summary';
import type { TimelineMessage } from './timeline';
import type { TypingIndicators } from './typingIndicators';

interface Parts {
  store: StoreApi<ChatState>;
  outbox: Outbox;
  changes: ChangeQueue;
  history: History;
  list: ConversationList;
  typists: TypingIndicators;
  signals: EphemeralSignals;
}

/** Routes each frame to the parts of the state that it concerns. */
export class FrameDispatcher {
  constructor(private readonly parts: Parts) {}

  take(frame: ServerFrame) {
    const { store, list, typists } = this.parts;
    switch (frame.t) {
      case 'msg':
        return this.msg(frame);
      case 'upd':
        return this.upd(frame);
      case 'ok':
        return this.ok(frame);
      case 'err':
        return this.err(frame);
      case 'receipt':
        if (frame.user === store.getState().me.id) return list.read(frame.conv, frame.read);
        return list.change(frame.conv, (summary) => afterReceipt(summary, frame.user, frame.read));
      case 'typing':
        return typists.started(frame.conv, frame.user);
      case 'presence':
        return this.presence(frame.users);
      case 'conv':
        return 'gone' in frame ? this.gone(frame.gone) : list.tell(frame.conversation, [], Date.now());
      case 'store':
        store.setState({ store: { state: frame.state, seconds: frame.seconds } });
        return frame.state === 'ok' ? this.parts.history.olderAgain() : undefined;
      case 'welcome':
      case 'bye':
      case 'pong':
        return; // The link's own.
    }
  }

  private msg({ message, prev }: MsgFrame) {
    const { store, outbox, typists } = this.parts;
    const mine = message.from === store.getState().me.id && message.cid !== undefined;
    // My own, by another way than `ok`: the answer was lost. Its bubble goes on as this message.
    const key = mine && message.cid ? outbox.arrived(message.cid)?.key : undefined;
    if (message.from !== undefined) typists.stopped(message.conv, message.from);
    this.place({ ...message, key }, prev);
    if (message.kind === 'member' && message.gone && message.user === store.getState().me.id) this.gone(message.conv);
  }

  /** A change, told by the log; or made here and answered. */
  upd(change: UpdFrame) {
    const { history, list } = this.parts;
    history.take(change.conv, { place: change.at, prev: change.prev, change });
    list.change(change.conv, (summary) => afterChange(summary, change));
  }

  private ok(ok: OkFrame) {
    const { store, outbox, changes, history, signals } = this.parts;
    if (typeof ok.id === 'number') signals.answered(ok.id);
    if (changes.answered(ok)) return;
    const sent = outbox.accepted(ok);
    const { conv, pos, ts, cid, prev } = ok;
    if (conv === undefined || pos === undefined || ts === undefined || cid === undefined) {
      // It no longer waits, and there is nothing to place it by: the history has it.
      if (sent) history.reload(sent.conv);
      return;
    }
    if (sent) {
      const { key, body, replyTo } = sent;
      this.place({ conv, pos, ts, cid, key, body, replyTo, from: store.getState().me.id }, prev);
    } else if (!history.timeline(conv).items.some((item) => item.pos === pos)) {
      // It stands for a message whose words are not here any more: discarded while it was under way.
      if (history.timeline(conv).loaded) history.reload(conv);
    }
  }

  private place(message: TimelineMessage, prev: number | undefined) {
    const { history, list } = this.parts;
    history.take(message.conv, { place: message.pos, prev, message });
    list.took(message);
  }

  private err(err: ErrFrame) {
    this.parts.outbox.refused(err);
    this.parts.changes.refused(err);
    this.parts.signals.refused(err);
  }

  private gone(conv: ConversationId) {
    this.parts.list.gone(conv);
    this.parts.history.drop(conv);
  }

  private presence(users: Presence[]) {
    const { store } = this.parts;
    store.setState({
      presence: new Map([...store.getState().presence, ...users.map((user) => [user.id, user] as const)]),
    });
  }
}
