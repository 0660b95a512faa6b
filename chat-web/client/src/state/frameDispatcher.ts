import type { Outbox } from '../outbox/outbox';
import type {
  ErrFrame,
  MsgFrame,
  OkFrame,
  Presence,
  ReceiptFrame,
  ServerFrame,
  StoreFrame,
  UpdFrame,
} from '../protocol/frames';
import type { ConversationId } from '../protocol/resources';
import type { ChangeQueue } from './changeQueue';
import { withEntry } from './immutableMap';
import type { History } from './history';
import type { HistoryWindows } from './historyWindows';
import type { ConversationList } from './conversationList';
import type { ChatState } from './chatState';
import type { EphemeralSignals } from './ephemeralSignals';
import type { OwnState } from './ownState';
import type { StoreApi } from 'zustand/vanilla';
import { afterChange, afterReceipt } from './summary';
import type { TimelineMessage } from './timeline';
import type { TypingIndicators } from './typingIndicators';

interface Parts {
  store: StoreApi<ChatState>;
  outbox: Outbox;
  changes: ChangeQueue;
  history: History;
  windows: HistoryWindows;
  list: ConversationList;
  typing: TypingIndicators;
  signals: EphemeralSignals;
  own: OwnState;
}

/** Applies each frame to the parts of the state that it affects. */
export class FrameDispatcher {
  constructor(
    private readonly parts: Parts,
    private readonly arrived: (message: TimelineMessage) => void,
  ) {}

  dispatch(frame: ServerFrame) {
    const { store, list, typing } = this.parts;
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
        if (frame.user === store.getState().me.id) return this.ownReceipt(frame);
        return list.update(frame.conv, (summary) => afterReceipt(summary, frame.user, frame.read));
      case 'typing':
        return typing.started(frame.conv, frame.user);
      case 'presence':
        return this.presence(frame.users);
      case 'conv':
        return 'gone' in frame ? this.removeConversation(frame.gone) : list.upsert(frame.conversation, [], Date.now());
      case 'store':
        return this.storeState(frame);
      case 'own':
        return this.parts.own.received(frame);
      case 'welcome':
      case 'bye':
      case 'pong':
        return; // Handled by ServerConnection.
    }
  }

  private storeState({ state, seconds }: StoreFrame) {
    const { store, history, list } = this.parts;
    const wasDown = store.getState().store.state === 'down';
    store.setState({ store: { state, seconds } });
    if (state === 'ok') history.clearOlderFailures();
    if (wasDown && state !== 'down') list.refreshSoon();
  }

  private msg({ message, prev }: MsgFrame) {
    const { store, outbox, typing } = this.parts;
    const mine = message.from === store.getState().me.id && message.cid !== undefined;
    // The `ok` of an own message was lost. The message keeps the key of the pending one, and so its bubble.
    const key = mine && message.cid ? outbox.arrived(message.cid)?.key : undefined;
    if (message.from !== undefined) typing.stopped(message.conv, message.from);
    this.addMessage({ ...message, key }, prev);
    if (message.kind === 'member' && message.gone && message.user === store.getState().me.id)
      this.removeConversation(message.conv);
    if (message.from !== store.getState().me.id) this.arrived(message);
  }

  /** Applies a change: from the server, or of this client once it is answered. */
  upd(change: UpdFrame) {
    const { history, windows, list } = this.parts;
    windows.changed(change);
    history.receive(change.conv, { pos: change.at, prev: change.prev, change });
    list.update(change.conv, (summary) => afterChange(summary, change));
    if (change.kind !== 'reaction') list.recount(change.conv, change.pos);
  }

  private ownReceipt({ conv, read, back }: ReceiptFrame) {
    const { store, list } = this.parts;
    if (back === undefined) return list.read(conv, read);
    // What is on screen would be read again at once.
    if (store.getState().open === conv) store.setState({ keptUnread: conv });
    list.wentBack(conv, read, back);
  }

  private ok(ok: OkFrame) {
    const { store, outbox, changes, history, signals } = this.parts;
    const { conv, pos, ts, cid, prev } = ok;
    if (typeof ok.id === 'number') signals.answered(ok.id);
    if (changes.answered(ok)) return this.notMentioned(conv, ok);
    const sent = outbox.accepted(ok);
    this.notMentioned(sent?.conv, ok);
    if (conv === undefined || pos === undefined || ts === undefined || cid === undefined) {
      // Accepted, but without a position: load it from the history.
      if (sent) history.reload(sent.conv);
      return;
    }
    if (sent) {
      const { key, body, replyTo } = sent;
      const files = sent.files && [...sent.files];
      const from = store.getState().me.id;
      this.addMessage({ conv, pos, ts, cid, key, body, replyTo, files, from, sentHere: true }, prev);
    } else if (!history.timeline(conv).items.some((item) => item.pos === pos)) {
      // Accepted although it was discarded: its body has to be loaded.
      if (history.timeline(conv).loaded) history.reload(conv);
    }
  }

  /** Whom a message or an edit of this user names, but does not mention. */
  private notMentioned(conv: ConversationId | undefined, { notMembers, everyone }: OkFrame) {
    const { store } = this.parts;
    if (conv === undefined) return;
    if (notMembers?.length) store.setState({ notMembers: withEntry(store.getState().notMembers, conv, notMembers) });
    if (everyone === false) store.setState({ notEveryone: conv });
  }

  private addMessage(message: TimelineMessage, prev: number | undefined) {
    const { history, list } = this.parts;
    history.receive(message.conv, { pos: message.pos, prev, message });
    list.messageReceived(message);
  }

  private err(err: ErrFrame) {
    this.parts.outbox.refused(err);
    this.parts.changes.refused(err);
    this.parts.signals.refused(err);
  }

  private removeConversation(conv: ConversationId) {
    this.parts.list.remove(conv);
    this.parts.history.drop(conv);
    this.parts.windows.drop(conv);
  }

  private presence(users: Presence[]) {
    const { store } = this.parts;
    store.setState({
      presence: new Map([...store.getState().presence, ...users.map((user) => [user.id, user] as const)]),
    });
  }
}
