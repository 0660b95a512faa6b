package parley.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CeilingTest {

    private static final double FREE = 0.001;

    @Test
    void one_node_does_what_its_cores_allow_that_do_not_read_the_log() {
        var costs = new CostsOfAMessage(100, FREE, FREE, FREE, 50, FREE, FREE);
        var ceiling = Ceiling.of(costs, Cluster.whole(1, 4, 2));
        assertThat(ceiling.perSecond()).isCloseTo(0.95 * 3 * 1e6 / 200, within(1_500.0));
        assertThat(ceiling.busiest()).isEqualTo("chat node");
    }

    @Test
    void where_sending_and_delivering_are_all_the_work_twice_the_nodes_do_twice_as_much() {
        var costs = new CostsOfAMessage(100, FREE, FREE, FREE, 50, FREE, FREE);
        double one = Ceiling.of(costs, Cluster.whole(1, 2, 2)).perSecond();
        double four = Ceiling.of(costs, Cluster.whole(4, 2, 2)).perSecond();
        assertThat(four / one).isBetween(3.4, 4.6);
    }

    @Test
    void what_every_node_has_to_read_no_number_of_nodes_makes_less_and_cells_do() {
        var costs = new CostsOfAMessage(FREE, FREE, FREE, 20, FREE, FREE, FREE);
        assertThat(Ceiling.of(costs, Cluster.whole(8, 4, 1)).perSecond()).isCloseTo(0.95 * 50_000, within(4_000.0));
        assertThat(Ceiling.of(costs, Cluster.cells(8, 4, 1, 2)).perSecond())
                .isCloseTo(0.95 * 200_000, within(20_000.0));
    }

    @Test
    void where_partitions_are_owned_what_is_read_is_parted_among_the_nodes() {
        var costs = new CostsOfAMessage(FREE, FREE, FREE, 20, FREE, FREE, FREE);
        assertThat(Ceiling.of(costs, Cluster.owned(8, 4, 1)).perSecond()).isCloseTo(0.95 * 400_000, within(40_000.0));
    }
}
