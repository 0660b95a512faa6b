package parley.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CapacityTest {

    private static final double FREE = 0.001;

    @Test
    void one_node_is_limited_by_the_cores_that_do_not_read_the_log() {
        var cost = new MessageCost(100, FREE, FREE, FREE, 50, FREE, FREE);
        var capacity = Capacity.of(cost, Cluster.whole(1, 4, 2));
        assertThat(capacity.perSecond()).isCloseTo(0.95 * 3 * 1e6 / 200, within(1_500.0));
        assertThat(capacity.bottleneck()).isEqualTo("chat node");
    }

    @Test
    void sending_and_delivering_scale_with_the_number_of_nodes() {
        var cost = new MessageCost(100, FREE, FREE, FREE, 50, FREE, FREE);
        double one = Capacity.of(cost, Cluster.whole(1, 2, 2)).perSecond();
        double four = Capacity.of(cost, Cluster.whole(4, 2, 2)).perSecond();
        assertThat(four / one).isBetween(3.4, 4.6);
    }

    @Test
    void what_every_node_reads_does_not_scale_with_nodes_but_with_cells() {
        var cost = new MessageCost(FREE, FREE, FREE, 20, FREE, FREE, FREE);
        assertThat(Capacity.of(cost, Cluster.whole(8, 4, 1)).perSecond()).isCloseTo(0.95 * 50_000, within(4_000.0));
        assertThat(Capacity.of(cost, Cluster.cells(8, 4, 1, 2)).perSecond())
                .isCloseTo(0.95 * 200_000, within(20_000.0));
    }

    @Test
    void with_owned_partitions_reading_scales_with_nodes() {
        var cost = new MessageCost(FREE, FREE, FREE, 20, FREE, FREE, FREE);
        assertThat(Capacity.of(cost, Cluster.owned(8, 4, 1)).perSecond()).isCloseTo(0.95 * 400_000, within(40_000.0));
    }
}
