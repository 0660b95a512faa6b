package parley.log.record;

/** A record whose value is not what its headers promise: it can only be parked. */
public class UnreadableRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableRecord(String what, Throwable cause) {
        super(what, cause);
    }
}
