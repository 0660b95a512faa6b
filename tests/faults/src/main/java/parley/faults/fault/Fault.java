package parley.faults.fault;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A fault that can be injected and removed; {@link Faults} creates all of them.
 *
 * @param name in the report; faults of one name are counted together
 * @param detail parameters that are neither in the name nor in the other components, or an empty string
 * @param duration from its injection to its removal
 * @param affected no other fault may affect these at the same time
 * @param withoutDatabase the chat nodes that have no database, or a slow one, but no other fault
 * @param nothingIsStored whether no node can store, or only slowly, so that users have to be notified
 * @param impaired the chat nodes that need not answer: they are down, overloaded, or without the log
 */
public record Fault(
        String name,
        String detail,
        Duration duration,
        Set<Target> affected,
        Set<Target> withoutDatabase,
        boolean nothingIsStored,
        Set<Target> impaired,
        Actions actions) {

    /**
     * What a fault does.
     *
     * @param prepare creates the preconditions
     * @param remove removes the cause, and does not wait for the recovery
     * @param requireRecovered throws if something other than the processes has not recovered
     * @param missing why the fault cannot be injected on this machine, or null
     */
    public record Actions(
            Consumer<FaultContext> prepare,
            Consumer<FaultContext> inject,
            Consumer<FaultContext> remove,
            Consumer<FaultContext> requireRecovered,
            Function<FaultContext, String> missing) {

        static Actions of(Consumer<FaultContext> inject, Consumer<FaultContext> remove) {
            return new Actions(context -> {}, inject, remove, context -> {}, context -> null);
        }

        Actions prepare(Consumer<FaultContext> preparation) {
            return new Actions(preparation, inject, remove, requireRecovered, missing);
        }

        Actions requireRecovered(Consumer<FaultContext> requirement) {
            return new Actions(prepare, inject, remove, requirement, missing);
        }

        Actions missing(Function<FaultContext, String> reason) {
            return new Actions(prepare, inject, remove, requireRecovered, reason);
        }
    }

    static Fault of(String name, Duration duration, Set<Target> affected, Actions actions) {
        var impaired = affected.contains(Target.BROKER)
                ? Target.CHAT_NODES
                : Target.CHAT_NODES.stream().filter(affected::contains).collect(Collectors.toUnmodifiableSet());
        return new Fault(name, "", duration, affected, Set.of(), false, impaired, actions);
    }

    Fault withDetail(Object text) {
        return new Fault(
                name, text.toString(), duration, affected, withoutDatabase, nothingIsStored, impaired, actions);
    }

    Fault missing(Function<FaultContext, String> reason) {
        return new Fault(
                name, detail, duration, affected, withoutDatabase, nothingIsStored, impaired, actions.missing(reason));
    }

    Fault withImpaired(Set<Target> nodes) {
        return new Fault(name, detail, duration, affected, withoutDatabase, nothingIsStored, nodes, actions);
    }

    /** These chat nodes lose the database and need not be impaired otherwise. */
    Fault withoutDatabase(Set<Target> nodes, boolean stopsStoring) {
        var others = impaired.stream().filter(node -> !nodes.contains(node)).collect(Collectors.toUnmodifiableSet());
        return new Fault(name, detail, duration, affected, nodes, stopsStoring, others, actions);
    }

    @Override
    public String toString() {
        return "%s %s for %s %s".formatted(name, affected, duration, detail).strip();
    }
}
