package parley.bench.measure;

import parley.bench.cost.Memory;
import parley.bench.log.LogClients;
import parley.bench.log.MembershipRecords;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Node;

/** Every node knows who belongs where, and reads all of it before it is ready: what that takes at its start and of its heap. */
public final class KnownMemberships implements Measurement {

    private static final double KIB = 1_024;

    private record Started(double seconds, long heapKib) {}

    @Override
    public String name() {
        return "memberships";
    }

    @Override
    public void measure(BenchCluster world, Form form, Results results) {
        int conversations = form == Form.SHORT ? 50_000 : 500_000;
        var node = world.chats().getLast();
        start(node); // so that both starts below find on the disk what an earlier one left
        var without = start(node);
        new LogClients(world.broker().address()).append(MembershipRecords.direct(conversations));
        var with = start(node);
        var name = "%,d memberships".formatted(2 * conversations);
        results.add(new Figure(name + ", ready later by", with.seconds - without.seconds, "s"));
        results.add(new Figure(
                name + ", heap", (with.heapKib - without.heapKib) * KIB / (2 * conversations), "bytes/membership"));
    }

    private static Started start(Node node) {
        try {
            return new Started(TimedStart.of(node).ready(), Memory.of(node).heapKib());
        } finally {
            node.end();
        }
    }
}
