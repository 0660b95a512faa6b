package parley.faults.model;

import java.util.UUID;

/** The idempotency key (conversation, sender, cid). */
public record Key(long conversation, long actor, long high, long low) {

    public static Key of(long conversation, long actor, UUID cid) {
        return new Key(conversation, actor, cid.getMostSignificantBits(), cid.getLeastSignificantBits());
    }

    public UUID cid() {
        return new UUID(high, low);
    }

    /** What identifies a line: sender, cid and the message that it replies to. */
    public long identity(long replyTo) {
        return Digest.of(actor, high, low, replyTo);
    }

    @Override
    public String toString() {
        return "conversation " + conversation + ", user " + actor + ", cid " + cid();
    }
}
