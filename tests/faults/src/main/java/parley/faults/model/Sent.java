package parley.faults.model;

/** Something that somebody sent, and what came of it. */
public final class Sent {

    public static final long NOWHERE = -1;

    private final Key key;
    private final Kind kind;
    private final long target;
    private final long digest;
    private final long sentAtMillis;
    private final String by;
    private long pos = NOWHERE;
    private long acknowledgedAtMillis;
    private int tries;
    private String refused;

    /**
     * @param target the message that it changes, or that it replies to; 0 for neither
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

    public synchronized void tried() {
        tries++;
    }

    /** @return whether this is its first acknowledgement, or says the same place as the first */
    synchronized boolean acknowledge(long place, long atMillis) {
        if (pos == NOWHERE) {
            pos = place;
            acknowledgedAtMillis = atMillis;
        }
        return pos == place;
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

    public synchronized int tries() {
        return tries;
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

    public long sentAtMillis() {
        return sentAtMillis;
    }

    public synchronized long acknowledgedAtMillis() {
        return acknowledgedAtMillis;
    }

    public String by() {
        return by;
    }

    /** The code of the last refusal, or null. */
    public synchronized String refusedWith() {
        return refused;
    }
}
