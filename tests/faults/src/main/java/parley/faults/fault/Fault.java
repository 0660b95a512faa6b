package parley.faults.fault;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** A fault that can be injected and removed. */
public sealed interface Fault permits ProcessFault, RollingRestart, NetworkFault, LoadFault, HostFault {

    /** The name in the plan and in the report; faults of one name are counted together. */
    String name();

    /** No other fault may affect these at the same time. */
    default Set<Target> affected() {
        return Set.of();
    }

    /** The chat nodes that have no database, or a slow one, but no other fault. */
    default Set<Target> withoutDatabase() {
        return Set.of();
    }

    /** Whether no node can store, or only slowly, so that users have to be notified. */
    default boolean nothingIsStored() {
        return !withoutDatabase().isEmpty();
    }

    /** The chat nodes that need not answer: they are down, overloaded, or without the log. */
    default Set<Target> impaired() {
        if (affected().contains(Target.BROKER)) return Target.CHAT_NODES;
        return Target.CHAT_NODES.stream()
                .filter(node -> affected().contains(node) && !withoutDatabase().contains(node))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** From its injection to its removal. */
    Duration duration();

    /** Creates the preconditions. */
    default void prepare(FaultContext context) {}

    void inject(FaultContext context);

    /** Removes the cause; does not wait for the recovery. */
    default void remove(FaultContext context) {}

    /** Why the fault cannot be injected on this machine, or null. */
    default String missing(FaultContext context) {
        return null;
    }

    /** Throws if something other than the processes has not recovered. */
    default void requireRecovered(FaultContext context) {}
}
