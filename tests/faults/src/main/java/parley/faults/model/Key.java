package parley.faults.model;

import java.util.UUID;

/** What is unique for ever: (conversation, sender, cid). */
public record Key(long conversation, long actor, long high, long low) {

    public static Key of(long conversation, long actor, UUID cid) {
        return new Key(conversation, actor, cid.getMostSignificantBits(), cid.getLeastSignificantBits());
    }

    public UUID cid() {
        return new UUID(high, low);
    }

    /** Who said a line, under which name, to what: never changes. */
    public long identity(long replyTo) {
        return Digest.of(actor, high, low, replyTo);
    }

    @Override
    public String toString() {
        return "conversation " + conversation + ", user " + actor + ", cid " + cid();
    }
}
