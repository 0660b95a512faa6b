import { ApiError } from '../connection/http';
import type { LinkPreview } from '../protocol/preview';
import type { ConversationId, Pos } from '../protocol/resources';

/** Slow pages must not take the connections that the chat needs. */
const AT_ONCE = 2;
const MAX_KEPT = 500;

/** `null`: there is no preview. */
export type Known = LinkPreview | null;
type Load = (conv: ConversationId, pos: Pos) => Promise<LinkPreview | undefined>;

interface Waiting {
  conv: ConversationId;
  pos: Pos;
  key: string;
  wanted: Set<() => void>;
}

/** Loads previews one after another, and keeps those that were loaded last. */
export class PreviewLoader {
  private readonly known = new Map<string, Known>();
  private readonly waiting = new Map<string, Waiting>();
  private readonly loading = new Set<string>();

  constructor(private readonly load: Load) {}

  /** @param version changes with the text of the message */
  find(conv: ConversationId, pos: Pos, version: string): Known | undefined {
    return this.known.get(keyOf(conv, pos, version));
  }

  /** Tells when the preview is known. Returns what ends that; what nobody wants any more is not loaded. */
  follow(conv: ConversationId, pos: Pos, version: string, listener: () => void): () => void {
    const key = keyOf(conv, pos, version);
    if (this.known.has(key)) return () => undefined;
    const entry = this.waiting.get(key) ?? { conv, pos, key, wanted: new Set() };
    entry.wanted.add(listener);
    this.waiting.set(key, entry);
    this.next();
    return () => {
      entry.wanted.delete(listener);
      if (entry.wanted.size === 0 && !this.loading.has(key)) this.waiting.delete(key);
    };
  }

  private next() {
    for (const entry of this.waiting.values()) {
      if (this.loading.size >= AT_ONCE) return;
      if (this.loading.has(entry.key)) continue;
      this.loading.add(entry.key);
      void this.run(entry);
    }
  }

  private async run({ conv, pos, key, wanted }: Waiting) {
    try {
      this.keep(key, (await this.load(conv, pos)) ?? null);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // It is asked for again when the message is shown again.
      if (!error.transient) this.keep(key, null);
    } finally {
      this.loading.delete(key);
      this.waiting.delete(key);
      wanted.forEach((listener) => listener());
      this.next();
    }
  }

  private keep(key: string, preview: Known) {
    this.known.set(key, preview);
    const [oldest] = this.known.keys();
    if (this.known.size > MAX_KEPT && oldest !== undefined) this.known.delete(oldest);
  }
}

const keyOf = (conv: ConversationId, pos: Pos, version: string) => `${conv}/${pos}/${version}`;
