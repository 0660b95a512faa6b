package parley.faults.flood;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;

/** The floods of a run, one after another. */
public final class Floods implements AutoCloseable {

    private static final Duration CALM = Duration.ofSeconds(10);

    private final List<FloodResult> results = new ArrayList<>();
    private Node node;
    private Bystanders bystanders;
    private Flooder flooder;
    private Latencies calm;

    /** Others talk on the node for a while, and nothing else happens. */
    public synchronized void prepare(Node flooded) {
        close();
        node = flooded;
        flooder = new Flooder(node);
        bystanders = new Bystanders(node);
        Eventually.pause(Duration.ofSeconds(2));
        bystanders.next();
        Eventually.pause(CALM);
        calm = bystanders.next();
    }

    public synchronized void begin() {
        bystanders.next();
        flooder.start();
    }

    public synchronized void end() {
        flooder.stop();
        var flooded = bystanders.next();
        results.add(new FloodResult(node.toString(), calm, flooded, flooder.counts()));
        close();
    }

    public synchronized List<FloodResult> results() {
        return List.copyOf(results);
    }

    @Override
    public synchronized void close() {
        if (flooder != null) flooder.close();
        if (bystanders != null) bystanders.close();
        flooder = null;
        bystanders = null;
    }
}
