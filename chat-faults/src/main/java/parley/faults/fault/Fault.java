package parley.faults.fault;

import java.time.Duration;
import java.util.Set;

/** Something goes wrong for a while. */
public sealed interface Fault permits Killed, Frozen, Restarted, Disconnected, Storm, SlowClients, ClockJump, DiskFull, RollingRestart {

    /** The same for all that are counted together. */
    String sort();

    /** What must not be touched by another fault at the same time. */
    default Set<Target> touches() {
        return Set.of();
    }

    /** From its begin to its end. */
    Duration lasting();

    void begin(Scene scene);

    /** Mends it; whether all is well again, others see. */
    default void heal(Scene scene) {}

    /** Why it cannot be made on this machine, or null. */
    default String missing(Scene scene) {
        return null;
    }

    /** What it takes besides ready parts until all is as before. */
    default void requireOver(Scene scene) {}
}
