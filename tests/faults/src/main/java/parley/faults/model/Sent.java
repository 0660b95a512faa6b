package parley.faults.model;

import java.time.Instant;

/** A send of a client, its attempts and its outcome. Thread-safe. */
public final class Sent {

    private static final long NOWHERE = -1;

    private final Key key;
    private final Kind kind;
    private final long target;
    private final long digest;
    private final long sentAtMillis;
    private final String by;

    private long pos = NOWHERE;
    private long acknowledgedAtMillis;
    private int attempts;
    private String refused;

    /**
     * @param target the message that it changes or replies to, or 0
     * @param digest of the body, or of emoji and on
     * @param by device and node
     */
    public Sent(Key key, Kind kind, long target, long digest, long sentAtMillis, String by) {
        this.key = key;
        this.kind = kind;
        this.target = target;
        this.digest = digest;
        this.sentAtMillis = sentAtMillis;
        this.by = by;
    }

    public synchronized void attempted() {
        attempts++;
    }

    /** @return false if an earlier acknowledgement had another position */
    synchronized boolean acknowledge(long position, long atMillis) {
        if (pos == NOWHERE) {
            pos = position;
            acknowledgedAtMillis = atMillis;
        }
        return pos == position;
    }

    synchronized void refuse(String code) {
        refused = code;
    }

    public synchronized boolean isAcknowledged() {
        return pos != NOWHERE;
    }

    public synchronized long pos() {
        return pos;
    }

    public Key key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    public long target() {
        return target;
    }

    public long digest() {
        return digest;
    }

    long sentAtMillis() {
        return sentAtMillis;
    }

    /** For a trace of the message. */
    synchronized String describe() {
        return "%s sent at %s by %s, %d attempts%s, %s"
                .formatted(
                        kind,
                        Instant.ofEpochMilli(sentAtMillis),
                        by,
                        attempts,
                        refused == null ? "" : ", refused with " + refused,
                        isAcknowledged()
                                ? "acknowledged at %s: %d".formatted(Instant.ofEpochMilli(acknowledgedAtMillis), pos)
                                : "never acknowledged");
    }
}
