package parley.log.topic;

/**
 * The log is not the one that this process started with, or that cannot be verified: nothing may be accepted, stored or
 * acknowledged.
 */
public class AnotherLog extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AnotherLog(String what, Throwable cause) {
        super(what, cause);
    }
}
