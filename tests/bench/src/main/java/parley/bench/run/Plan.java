package parley.bench.run;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import parley.bench.limit.RawInserts;
import parley.bench.limit.RawLog;
import parley.bench.limit.RawSocket;
import parley.bench.measure.ClosedLoopProfile;
import parley.bench.measure.ClosedLoopThroughput;
import parley.bench.measure.FanOutThroughput;
import parley.bench.measure.IdleMemory;
import parley.bench.measure.KnownMemberships;
import parley.bench.measure.OpenLoopLatency;
import parley.bench.measure.ReconnectStorm;
import parley.bench.measure.ScaleModel;
import parley.bench.measure.SeveralNodes;
import parley.bench.measure.SignInRate;
import parley.bench.measure.StartUp;
import parley.bench.store.Backlog;
import parley.bench.store.HistoryPages;

/**
 * All that is measured, in this order: first the limits; then a start and memory, while no node has an index to rebuild;
 * what leaves much behind comes last.
 */
public final class Plan {

    private static final List<Measurement> ALL = List.of(
            new RawLog(),
            new RawSocket(),
            new RawInserts(),
            new StartUp(),
            new IdleMemory(),
            new ClosedLoopThroughput(),
            new OpenLoopLatency(),
            new FanOutThroughput(),
            new ReconnectStorm(),
            new SignInRate(),
            new SeveralNodes(),
            new ScaleModel(),
            new ClosedLoopProfile(),
            new Backlog(),
            new HistoryPages(),
            new KnownMemberships());

    /** They explain what others show. */
    private static final Set<String> FULL_ONLY = Set.of("nodes", "on-paper", "profile", "memberships");

    private Plan() {}

    /** All that belong to the form, or those named in {@code -Dbench.only=name,name}. */
    public static List<Measurement> wanted(Form form) {
        var only = System.getProperty("bench.only", "");
        if (only.isBlank())
            return ALL.stream()
                    .filter(one -> form == Form.FULL || !FULL_ONLY.contains(one.name()))
                    .toList();
        return Arrays.stream(only.split(",")).map(Plan::named).toList();
    }

    private static Measurement named(String name) {
        return ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is measured by the name " + name
                        + "; there are " + ALL.stream().map(Measurement::name).toList()));
    }
}
