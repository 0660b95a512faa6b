import type { ConversationId, Pos, UserId } from '../protocol/resources';

/**
 * Stores drafts by user and conversation until they are sent. Each tab has its own drafts, which survive a reload. The
 * latest draft of all tabs is also stored, for new tabs.
 */
export class Drafts {
  private readonly prefix: string;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly shared: Storage,
    private readonly own: Storage,
    user: UserId,
  ) {
    this.prefix = `parley.draft.${user}.`;
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** The number of drafts. */
  get count(): number {
    return this.all().length;
  }

  read(conv: ConversationId): string {
    return this.own.getItem(this.prefix + conv) ?? this.shared.getItem(this.prefix + conv) ?? '';
  }

  write(conv: ConversationId, text: string) {
    const name = this.prefix + conv;
    const before = this.own.getItem(name);
    // An empty draft is also stored, so that this tab does not show the draft of another tab.
    ignoringErrors(() => this.own.setItem(name, text));
    if (text) ignoringErrors(() => this.shared.setItem(name, text));
    // A draft that another tab has written since belongs to that tab.
    else if (before === null || this.shared.getItem(name) === before) this.shared.removeItem(name);
    // A key in the composer concerns the list only when a draft appears or disappears.
    if ((before?.trim() === '') !== (text.trim() === '') || before === null) this.notify();
  }

  /** The conversations with a draft, and the text of it. */
  all(): { conv: ConversationId; text: string }[] {
    const names = [this.own, this.shared].flatMap((storage) =>
      Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? ''),
    );
    const convs = names
      .filter((name) => name.startsWith(this.prefix))
      .map((name) => Number(name.slice(this.prefix.length)))
      .filter(Number.isSafeInteger);
    return [...new Set(convs)]
      .map((conv) => ({ conv, text: this.read(conv) }))
      .filter(({ text }) => text.trim() !== '');
  }

  /** Replaces the draft by one of another device. */
  replace(conv: ConversationId, text: string) {
    const name = this.prefix + conv;
    this.own.removeItem(name);
    if (text) ignoringErrors(() => this.shared.setItem(name, text));
    else this.shared.removeItem(name);
    this.notify();
  }

  /** Whether this tab has written the draft, or discarded one. Else it shows what other tabs write. */
  isOwn(conv: ConversationId): boolean {
    return this.own.getItem(this.prefix + conv) !== null;
  }

  /** Whether this tab has a draft, and another tab has written or sent one since. */
  isApart(conv: ConversationId): boolean {
    const own = this.own.getItem(this.prefix + conv);
    return Boolean(own) && own !== this.shared.getItem(this.prefix + conv);
  }

  /** The unsaved text of an edit; undefined if there is none. */
  readEdit(conv: ConversationId, pos: Pos): string | undefined {
    return this.own.getItem(this.editName(conv, pos)) ?? undefined;
  }

  writeEdit(conv: ConversationId, pos: Pos, text: string | undefined) {
    const name = this.editName(conv, pos);
    if (text === undefined) this.own.removeItem(name);
    else ignoringErrors(() => this.own.setItem(name, text));
  }

  private editName(conv: ConversationId, pos: Pos) {
    return `${this.prefix}edit.${conv}.${pos}`;
  }

  /** Removes all drafts of this user. */
  clear() {
    for (const storage of [this.own, this.shared]) {
      const names = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
      names.filter((name) => name.startsWith(this.prefix)).forEach((name) => storage.removeItem(name));
    }
    this.notify();
  }

  private notify() {
    this.listeners.forEach((listener) => listener());
  }
}

function ignoringErrors(write: () => void) {
  try {
    write();
  } catch {
    // Storage is full or disabled: the draft is lost when the page is closed.
  }
}
