package parley.log.rule;

import parley.domain.identity.Position;

/** Access to earlier records: in memory on a chat node, in the database for the persister. */
public interface KnownEntries {

    /** The position of the first record with this key before {@code before}, or null. */
    Position first(EntryKey key, Position before);

    /** Whether the message was revoked before {@code before}. */
    boolean isRevoked(ChangeTarget target, Position before);
}
