package parley.faults.model;

/**
 * A file that was sent with a message.
 *
 * @param key of the message, which no one edits
 * @param digest of its contents
 */
public record SentFile(long id, Key key, long digest) {}
