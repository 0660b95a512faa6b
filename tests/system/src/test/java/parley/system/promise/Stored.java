package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import parley.cluster.client.SendLoad;
import parley.cluster.client.SendLoad.Acknowledged;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;
import parley.cluster.server.Rows.Row;
import parley.cluster.server.TestCluster;

/** What holds of the database when the persister has caught up. */
final class Stored {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private Stored() {}

    /** Every acknowledged message has one row, there are no other rows, and next_offset is at the end of the log. */
    static void is_exactly_what_was_acknowledged(TestCluster cluster, SendLoad load) {
        var acknowledged = load.acknowledged();
        var conversations =
                acknowledged.stream().map(Acknowledged::conversation).distinct().toList();
        Eventually.holds(
                PATIENCE,
                () -> assertThat(cluster.rows().count(conversations)).isGreaterThanOrEqualTo(acknowledged.size()));
        for (var conversation : conversations) {
            var rows = cluster.rows().of(conversation);
            assertThat(rows.stream().map(Row::pos))
                    .as("rows of " + conversation)
                    .containsExactlyElementsOf(load.of(conversation).stream()
                            .map(Acknowledged::pos)
                            .sorted()
                            .toList());
            // Sorted, because a comparison in any order takes quadratic time.
            assertThat(rows.stream().map(row -> row.sender() + " " + row.cid()).sorted())
                    .containsExactlyElementsOf(load.of(conversation).stream()
                            .map(a -> a.sender() + " " + a.cid().replace("-", ""))
                            .sorted()
                            .toList());
            assertThat(rows.stream().map(Row::seq))
                    .as("seq is dense")
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, rows.size()).boxed().toList());
            assertThat(rows).allMatch(row -> row.state() == 0);
        }
        reaches_to_the_end_of_the_log(cluster);
    }

    static void reaches_to_the_end_of_the_log(TestCluster cluster) {
        Eventually.holds(PATIENCE, () -> {
            var next = cluster.rows().nextOffsets();
            cluster.log()
                    .ends(Log.MESSAGES)
                    .forEach((partition, end) -> assertThat(next.getOrDefault(partition, 0L))
                            .as("next_offset of partition " + partition)
                            .isEqualTo(end));
        });
    }
}
