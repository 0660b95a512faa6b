package parley.log.record;

/** A record that does not have the form of its topic. */
public class UnreadableRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableRecord(String what, Throwable cause) {
        super(what, cause);
    }
}
