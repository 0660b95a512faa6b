package parley.log.topic;

/** The log is not the one that this process began with, or cannot be seen to be: nothing is accepted, stored or acknowledged. */
public class AnotherLog extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AnotherLog(String what, Throwable cause) {
        super(what, cause);
    }
}
