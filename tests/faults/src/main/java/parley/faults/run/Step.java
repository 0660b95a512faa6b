package parley.faults.run;

import java.time.Duration;
import java.util.List;
import parley.faults.fault.Fault;

/**
 * Concurrent faults.
 *
 * @param pause between the recovery and the next step
 */
record Step(List<Timed> faults, Duration pause) {

    /** @param after the start of the step */
    record Timed(Duration after, Fault fault) {}

    static Step of(Fault fault) {
        return new Step(List.of(new Timed(Duration.ZERO, fault)), Duration.ofSeconds(1));
    }
}
