package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import parley.cluster.client.Load;
import parley.cluster.client.Load.Acknowledged;
import parley.cluster.world.Eventually;
import parley.cluster.world.Log;
import parley.cluster.world.Rows.Row;
import parley.cluster.world.World;

/** What must hold of the database once the persister has caught up. */
final class Stored {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private Stored() {}

    /** Every acknowledged message is a row, once; nothing else is; and the database knows how far it is. */
    static void is_exactly_what_was_acknowledged(World world, Load load) {
        var acknowledged = load.acknowledged();
        var conversations =
                acknowledged.stream().map(Acknowledged::conversation).distinct().toList();
        Eventually.holds(
                PATIENCE,
                () -> assertThat(world.rows().count(conversations)).isGreaterThanOrEqualTo(acknowledged.size()));
        for (var conversation : conversations) {
            var rows = world.rows().of(conversation);
            assertThat(rows.stream().map(Row::pos))
                    .as("rows of " + conversation)
                    .containsExactlyElementsOf(load.of(conversation).stream()
                            .map(Acknowledged::pos)
                            .sorted()
                            .toList());
            assertThat(rows.stream().map(row -> row.sender() + " " + row.cid()))
                    .containsExactlyInAnyOrderElementsOf(load.of(conversation).stream()
                            .map(a -> a.sender() + " " + a.cid().replace("-", ""))
                            .toList());
            assertThat(rows.stream().map(Row::seq))
                    .as("seq is dense")
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, rows.size()).boxed().toList());
            assertThat(rows).allMatch(row -> row.state() == 0);
        }
        reaches_to_the_end_of_the_log(world);
    }

    static void reaches_to_the_end_of_the_log(World world) {
        Eventually.holds(PATIENCE, () -> {
            var next = world.rows().nextOffsets();
            world.log()
                    .ends(Log.MESSAGES)
                    .forEach((partition, end) -> assertThat(next.getOrDefault(partition, 0L))
                            .as("next_offset of partition " + partition)
                            .isEqualTo(end));
        });
    }
}
