package parley.cluster.server;

import java.time.Duration;
import java.util.OptionalInt;

/** A server that tests start, kill and freeze. It keeps its port and its data through all of it. */
public abstract class ServerProcess {

    /** How long supervisors commonly wait after SIGTERM before they send SIGKILL. */
    private static final Duration GRACE_PERIOD = Duration.ofSeconds(30);

    private ManagedProcess process;

    /** Starts the process; returns before it is ready. */
    protected abstract ManagedProcess launch();

    public abstract boolean isReady();

    public void start() {
        start(launch());
    }

    final void start(ManagedProcess started) {
        process = started;
    }

    public void awaitReady() {
        Eventually.holds(Duration.ofSeconds(90), () -> {
            if (!isReady()) throw new AssertionError(this + " is not ready");
        });
    }

    /** Starts it unless it is running, and waits until it is ready. */
    public void comeUp() {
        if (!isAlive()) start();
        awaitReady();
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    protected Process process() {
        return process.process();
    }

    public long pid() {
        return process().pid();
    }

    /** The exit status; empty while it runs. */
    public OptionalInt exit() {
        return process == null || process.isAlive()
                ? OptionalInt.empty()
                : OptionalInt.of(process().exitValue());
    }

    /** SIGKILL, also to its child processes. */
    public void kill() {
        if (process != null) process.kill();
    }

    /** SIGTERM, and SIGKILL after the grace period. Returns whether SIGTERM was enough. */
    public boolean end() {
        return process == null || process.end(GRACE_PERIOD);
    }

    /** SIGSTOP: the process exists and does nothing. */
    public void freeze() {
        process.freeze();
    }

    /** SIGCONT. */
    public void thaw() {
        process.thaw();
    }
}
