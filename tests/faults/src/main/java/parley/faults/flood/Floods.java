package parley.faults.flood;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;

/** Measures the floods of a run, one after another. */
public final class Floods implements AutoCloseable {

    private static final Duration BASELINE = Duration.ofSeconds(10);

    private final List<FloodResult> results = new ArrayList<>();
    private Node node;
    private OtherUsers others;
    private Flooder flooder;
    private Latencies before;

    /** Measures the latency of other users before the flood. */
    public synchronized void prepare(Node flooded) {
        close();
        node = flooded;
        flooder = new Flooder(node);
        others = new OtherUsers(node);
        Eventually.pause(Duration.ofSeconds(2));
        others.next();
        Eventually.pause(BASELINE);
        before = others.next();
    }

    public synchronized void begin() {
        others.next();
        flooder.start();
    }

    public synchronized void end() {
        flooder.stop();
        var during = others.next();
        results.add(new FloodResult(node.toString(), before, during, flooder.counts()));
        close();
    }

    public synchronized List<FloodResult> results() {
        return List.copyOf(results);
    }

    @Override
    public synchronized void close() {
        if (flooder != null) flooder.close();
        if (others != null) others.close();
        flooder = null;
        others = null;
    }
}
