import type { ConversationId, UserId } from '../protocol/resources';

/** What was being written, kept for each user and conversation until it is sent. */
export class Drafts {
  private readonly prefix: string;

  constructor(
    private readonly storage: Storage,
    user: UserId,
  ) {
    this.prefix = `parley.draft.${user}.`;
  }

  read(conv: ConversationId): string {
    return this.storage.getItem(this.prefix + conv) ?? '';
  }

  write(conv: ConversationId, text: string) {
    try {
      if (text) this.storage.setItem(this.prefix + conv, text);
      else this.storage.removeItem(this.prefix + conv);
    } catch {
      // Full or forbidden: the draft then lives as long as the page.
    }
  }

  /** Signing out by hand leaves nothing behind on this computer. */
  clear() {
    const names = Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i) ?? '');
    names.filter((name) => name.startsWith(this.prefix)).forEach((name) => this.storage.removeItem(name));
  }
}
