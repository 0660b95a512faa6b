package parley.cluster.server;

/** A process that things happen to. It keeps its port and what it wrote, however often it dies. */
public interface ServerProcess {

    /** Begins; whether it is there, {@link #isReady()} says. */
    void start();

    /** Waits until it can be used. */
    void awaitReady();

    boolean isReady();

    boolean isAlive();

    /** Begins where it is not there, and waits until it can be used. */
    default void comeUp() {
        if (!isAlive()) start();
        awaitReady();
    }

    /** SIGKILL. */
    void kill();

    /** SIGTERM, and waits for the end; SIGKILL where it takes too long. Whether it ended by itself. */
    boolean end();

    /** SIGSTOP: it is there, and does nothing. */
    void freeze();

    /** SIGCONT. */
    void thaw();
}
