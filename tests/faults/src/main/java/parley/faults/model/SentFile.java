package parley.faults.model;

/**
 * A file that was sent with a message.
 *
 * @param key of the message, which no one edits
 * @param digest of its contents
 * @param inGroup whether it was sent to a group, whose members can leave
 * @param word in its text and in no other one; null if it has no text
 */
public record SentFile(long id, Key key, long digest, boolean inGroup, String word) {}
