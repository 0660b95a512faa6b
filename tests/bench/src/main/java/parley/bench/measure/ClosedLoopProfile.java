package parley.bench.measure;

import java.time.Duration;
import java.util.List;
import parley.bench.client.Loop;
import parley.bench.load.ClientPool;
import parley.bench.load.ClosedLoop;
import parley.bench.profile.Recordings;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.seed.Seed;
import parley.bench.world.BenchCluster;

/** Where CPU time and memory go while fifty pairs send with one and with ten in flight, until all is stored. */
public final class ClosedLoopProfile implements Measurement {

    private static final int PAIRS = 50;
    private static final List<Integer> WINDOWS = List.of(1, 10);

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public void measure(BenchCluster world, Form form, Results results) throws Exception {
        var length = Duration.ofSeconds(form == Form.SHORT ? 5 : 60);
        var nodes = world.chats().subList(0, 1);
        try (var loop = new Loop()) {
            WarmUp.of(world, loop, nodes, form);
            for (int window : WINDOWS) {
                var talks = new Seed(world).pairs(PAIRS);
                try (var crowd = ClientPool.of(loop, nodes, talks).come();
                        var recordings = Recordings.begin(world)) {
                    var run = ClosedLoop.of(crowd, window, length);
                    Stored.await(world, talks, run.all());
                    recordings.end(
                            "closed loop, %d pairs, window %d".formatted(PAIRS, window),
                            "window-" + window,
                            run.all(),
                            results);
                }
            }
        }
    }
}
