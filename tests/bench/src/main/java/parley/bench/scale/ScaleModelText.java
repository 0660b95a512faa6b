package parley.bench.scale;

import java.util.List;
import java.util.Locale;

/** What clusters would take, as Markdown. */
public final class ScaleModelText {

    private static final int CORES = 8;
    private static final List<Integer> NODES = List.of(1, 2, 4, 8, 16, 32);
    private static final List<Integer> RECEIVERS = List.of(1, 10, 100, 1_000);
    private static final int CELL = 4;

    private ScaleModelText() {}

    public static String of(CostsOfAMessage costs) {
        return String.format(
                        Locale.ROOT,
                        """
                # On paper

                Microseconds of one core for a message: intake %.0f, broker %.1f, fetch %.1f for each reader, read %.1f at each node, \
                deliver %.1f for each socket, store %.1f, insert %.1f. Every machine has %d cores. A cluster's most is the rate above \
                which one message in a hundred takes longer than 250 ms, or something works more than 95 %% of the time; in \
                brackets what that is.
                """,
                        costs.intake(),
                        costs.broker(),
                        costs.fetch(),
                        costs.read(),
                        costs.deliver(),
                        costs.store(),
                        costs.insert(),
                        CORES)
                + table(
                        "One log that every node reads: messages a second",
                        costs,
                        (nodes, receivers) -> Cluster.whole(nodes, CORES, receivers))
                + table(
                        "Cells of %d nodes, each with a log, broker, persister and database of its own: messages a second"
                                .formatted(CELL),
                        costs,
                        (nodes, receivers) -> Cluster.cells(nodes, CORES, receivers, CELL))
                + table(
                        "One log whose partitions are owned: messages a second",
                        costs,
                        (nodes, receivers) -> Cluster.owned(nodes, CORES, receivers));
    }

    private interface Of {
        Cluster cluster(int nodes, int receivers);
    }

    private static String table(String title, CostsOfAMessage costs, Of of) {
        var text = new StringBuilder("\n## ").append(title).append("\n\n| nodes |");
        RECEIVERS.forEach(n -> text.append(String.format(Locale.ROOT, " to %,d |", n)));
        text.append("\n|---:|").append("---:|".repeat(RECEIVERS.size())).append('\n');
        for (int nodes : NODES) {
            text.append("| ").append(nodes).append(" |");
            for (int receivers : RECEIVERS) {
                var most = Ceiling.of(costs, of.cluster(nodes, receivers));
                text.append(String.format(Locale.ROOT, " %,.0f (%s) |", most.perSecond(), most.busiest()));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
