package parley.web.log.topic;

/** A channel on which this node writes to the log; health reports each of them. */
public interface OutgoingChannel {

    /** As the configuration names it. */
    String channel();

    /** False once its emitter has ended: only a restart of the application helps. */
    boolean isAlive();
}
