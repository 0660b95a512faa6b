package parley.faults.fault;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** Something goes wrong for a while. */
public sealed interface Fault
        permits ProcessFault,
                DatabaseUnusable,
                Disconnected,
                Storm,
                SlowClients,
                LongAbsence,
                Flood,
                ClockJump,
                DiskFull,
                RollingRestart {

    /** The same for all that are counted together. */
    String sort();

    /** What must not be touched by another fault at the same time. */
    default Set<Target> touches() {
        return Set.of();
    }

    /** The chat nodes that have no database meanwhile, or a slow one, and are well apart from that. */
    default Set<Target> withoutDatabase() {
        return Set.of();
    }

    /** Whether nobody can store anything meanwhile, or only slowly: what users have to be told. */
    default boolean nothingIsStored() {
        return !withoutDatabase().isEmpty();
    }

    /** The chat nodes of which nothing is asked meanwhile: they are down, busy, or without the log. */
    default Set<Target> impaired() {
        if (touches().contains(Target.BROKER)) return Target.CHAT_NODES;
        return Target.CHAT_NODES.stream()
                .filter(node -> touches().contains(node) && !withoutDatabase().contains(node))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** From its begin to its end. */
    Duration lasting();

    /** What has to be there before it begins. */
    default void prepare(FaultContext scene) {}

    void begin(FaultContext scene);

    /** Mends it; whether all is well again, others see. */
    default void heal(FaultContext scene) {}

    /** Why it cannot be made on this machine, or null. */
    default String missing(FaultContext scene) {
        return null;
    }

    /** What it takes besides ready parts until all is as before. */
    default void requireOver(FaultContext scene) {}
}
