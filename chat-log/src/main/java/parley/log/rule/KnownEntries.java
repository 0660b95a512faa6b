package parley.log.rule;

import parley.domain.identity.Position;

/** What is known of the records before one: in memory on a chat node, in the database for the persister. */
public interface KnownEntries {

    /** The position of the record that took this key before {@code before}, or null. */
    Position first(EntryKey key, Position before);

    /** Whether the message was revoked before {@code before}. */
    boolean isRevoked(ChangeTarget target, Position before);
}
