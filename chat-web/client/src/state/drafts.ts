import type { ConversationId, UserId } from '../protocol/resources';

/**
 * What was being written, kept for each user and conversation until it is sent. Each tab has its
 * own, which a reload finds again; the newest of all tabs is kept besides, for a tab that comes later.
 */
export class Drafts {
  private readonly prefix: string;

  constructor(
    private readonly shared: Storage,
    private readonly own: Storage,
    user: UserId,
  ) {
    this.prefix = `parley.draft.${user}.`;
  }

  read(conv: ConversationId): string {
    return this.own.getItem(this.prefix + conv) ?? this.shared.getItem(this.prefix + conv) ?? '';
  }

  write(conv: ConversationId, text: string) {
    const name = this.prefix + conv;
    const before = this.own.getItem(name);
    // Kept empty, too: this tab has sent it, whatever another one is writing.
    attempt(() => this.own.setItem(name, text));
    if (text) attempt(() => this.shared.setItem(name, text));
    // What another tab wrote since is that one's to take away.
    else if (before === null || this.shared.getItem(name) === before) this.shared.removeItem(name);
  }

  /** Signing out by hand leaves nothing behind on this computer. */
  clear() {
    for (const storage of [this.own, this.shared]) {
      const names = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
      names.filter((name) => name.startsWith(this.prefix)).forEach((name) => storage.removeItem(name));
    }
  }
}

function attempt(keep: () => void) {
  try {
    keep();
  } catch {
    // Full or forbidden: the draft then lives as long as the page.
  }
}
