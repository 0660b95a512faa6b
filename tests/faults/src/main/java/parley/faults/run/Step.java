package parley.faults.run;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import parley.faults.fault.Fault;

/** Faults at once, then a while of peace. */
record Step(List<Timed> faults, Duration peace) {

    /** @param after the beginning of the step */
    record Timed(Duration after, Fault fault) {}

    @Override
    public String toString() {
        return faults.stream().map(timed -> timed.fault().toString()).collect(Collectors.joining(" and "));
    }
}
