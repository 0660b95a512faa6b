package parley.bench.scale;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** The capacities of simulated clusters as Markdown. */
public final class ScaleReport {

    private static final int CORES = 8;
    private static final int CELL = 4;
    private static final List<Integer> NODES = List.of(1, 2, 4, 8, 16, 32);
    private static final List<Integer> RECEIVERS = List.of(1, 10, 100, 1_000);
    private static final String HEAD = """
            # Simulated clusters

            Cost of a message in microseconds of one core: admission %.0f, broker %.1f, fetch %.1f for each reader, read %.1f at \
            each node, deliver %.1f for each socket, store %.1f, insert %.1f. Every machine has %d cores. The capacity is the \
            rate above which one message in a hundred takes longer than 250 ms or a part is busy more than 95 %% of the \
            time; that part is in parentheses. Messages per second, by number of receivers of each message.
            """;

    private ScaleReport() {}

    public static String of(MessageCost cost) {
        var head = String.format(
                Locale.ROOT,
                HEAD,
                cost.admission(),
                cost.broker(),
                cost.fetch(),
                cost.read(),
                cost.deliver(),
                cost.store(),
                cost.insert(),
                CORES);
        return head
                + table("One log that every node reads", cost, (nodes, to) -> Cluster.whole(nodes, CORES, to))
                + table(
                        "Cells of %d nodes, each with a log, broker, persister and database".formatted(CELL),
                        cost,
                        (nodes, to) -> Cluster.cells(nodes, CORES, to, CELL))
                + table("One log whose partitions are owned", cost, (nodes, to) -> Cluster.owned(nodes, CORES, to));
    }

    private static String table(String title, MessageCost cost, BiFunction<Integer, Integer, Cluster> clusters) {
        var text = new StringBuilder("\n## " + title + "\n\n| nodes |");
        RECEIVERS.forEach(to -> text.append(String.format(Locale.ROOT, " to %,d |", to)));
        text.append("\n|---:|").append("---:|".repeat(RECEIVERS.size())).append('\n');
        for (int nodes : NODES) {
            text.append("| ").append(nodes).append(" |");
            for (int to : RECEIVERS) {
                var capacity = Capacity.of(cost, clusters.apply(nodes, to));
                text.append(String.format(Locale.ROOT, " %,.0f (%s) |", capacity.perSecond(), capacity.bottleneck()));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
