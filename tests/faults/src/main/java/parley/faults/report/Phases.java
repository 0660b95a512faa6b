package parley.faults.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.cluster.report.Table;

/** How long the phases of a run take, one after another. */
public final class Phases {

    private static final System.Logger LOG = System.getLogger(Phases.class.getName());

    private final Map<String, Duration> ended = new LinkedHashMap<>();
    private String current;
    private long beganNanos;

    /** Ends the phase before it. */
    public void begin(String phase) {
        end();
        current = phase;
        beganNanos = System.nanoTime();
    }

    /** Ends the last phase. */
    public void end() {
        if (current == null) return;
        var took = Duration.ofNanos(System.nanoTime() - beganNanos);
        ended.merge(current, took, Duration::plus);
        LOG.log(System.Logger.Level.INFO, "Phase \"{0}\" took {1} s.", current, took.toMillis() / 1e3);
        current = null;
    }

    Table table() {
        return new Table(
                "Phases",
                List.of("phase", "took"),
                ended.entrySet().stream()
                        .map(each -> List.of(
                                each.getKey(),
                                "%.1f s".formatted(each.getValue().toMillis() / 1e3)))
                        .toList());
    }
}
