package parley.faults.run;

import java.util.Set;
import java.util.stream.Collectors;
import parley.faults.fault.Fault;
import parley.faults.fault.FaultContext;
import parley.faults.fault.Target;
import parley.faults.probe.Incident;

/**
 * A fault that was made and removed.
 *
 * @param healedNanos when its cause was removed, as {@link System#nanoTime()}
 */
record Made(Fault fault, long fromMillis, long toMillis, long healedNanos) {

    /** @param overMillis when all was as before */
    Incident incident(FaultContext scene, long overMillis) {
        return new Incident(
                fault.sort(),
                names(fault.withoutDatabase(), scene),
                fault.nothingIsStored(),
                names(fault.impaired(), scene),
                fromMillis,
                toMillis,
                overMillis);
    }

    private static Set<String> names(Set<Target> targets, FaultContext scene) {
        return targets.stream()
                .map(target -> target.in(scene.world()).toString())
                .collect(Collectors.toSet());
    }
}
