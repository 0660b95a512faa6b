package parley.web.log.topic;

/** A channel on which this node writes to the log; health reports its state. */
public interface OutgoingChannel {

    /** The name in the configuration. */
    String channel();

    /** False once its emitter has ended; only a restart of the application helps then. */
    boolean isAlive();
}
