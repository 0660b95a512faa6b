package parley.persister.maintenance.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionProgressTest {

    @Test
    void a_partition_that_lags_and_did_not_move_is_stuck() {
        assertThat(PartitionProgress.stuck(List.of(at(5, 10)), List.of(at(5, 12))))
                .containsExactly(at(5, 12));
    }

    @Test
    void a_partition_that_moves_is_not_stuck() {
        assertThat(PartitionProgress.stuck(List.of(at(5, 10)), List.of(at(6, 12))))
                .isEmpty();
    }

    @Test
    void a_partition_that_just_started_to_lag_is_not_stuck() {
        assertThat(PartitionProgress.stuck(List.of(at(10, 10)), List.of(at(10, 12))))
                .isEmpty();
    }

    @Test
    void a_partition_at_the_end_is_not_stuck() {
        assertThat(PartitionProgress.stuck(List.of(at(5, 5)), List.of(at(5, 5))))
                .isEmpty();
    }

    private static PartitionProgress at(long next, long end) {
        return new PartitionProgress(0, "topic", 0, next, end);
    }
}
