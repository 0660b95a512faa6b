package parley.bench.measure;

import java.util.ArrayList;
import java.util.List;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Node;
import parley.cluster.server.TestPaths;

/**
 * From a process's start until a chat node is ready to serve, and until Liberty says that it has started. Cold: this
 * server never ran before, so that nothing of it is prepared on the disk; the system's own cache of files stays.
 */
public final class StartUp implements Measurement {

    @Override
    public String name() {
        return "start-up";
    }

    @Override
    public void measure(BenchCluster world, Form form, Results results) {
        int times = form == Form.SHORT ? 1 : 3;
        var node = world.chats().getLast();
        var cold = new ArrayList<TimedStart>();
        var warm = new ArrayList<TimedStart>();
        for (int i = 0; i < times; i++) {
            TestPaths.delete(node.server().resolve("workarea"));
            cold.add(start(node));
            warm.add(start(node));
        }
        add("cold", cold, results);
        add("warm", warm, results);
    }

    private static TimedStart start(Node node) {
        try {
            return TimedStart.of(node);
        } finally {
            node.end();
        }
    }

    private static void add(String how, List<TimedStart> starts, Results results) {
        results.add(new Figure(
                "start-up, " + how + ", ready",
                median(starts.stream().map(TimedStart::ready).toList()),
                "s"));
        results.add(new Figure(
                "start-up, " + how + ", " + TimedStart.STARTED,
                median(starts.stream().map(TimedStart::started).toList()),
                "s"));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
