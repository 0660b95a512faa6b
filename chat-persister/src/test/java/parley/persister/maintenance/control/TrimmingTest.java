package parley.persister.maintenance.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.persister.maintenance.entity.PartitionProgress;

class TrimmingTest {

    private static final PartitionProgress STORED_TO_100 = new PartitionProgress(0, "one", 0, 100, 200);

    @Test
    void what_is_young_stays() {
        assertThat(Trimming.before(List.of(STORED_TO_100), Map.of(0, 40L))).containsEntry(0, 40L);
    }

    @Test
    void what_is_not_stored_stays_however_old() {
        assertThat(Trimming.before(List.of(STORED_TO_100), Map.of(0, 150L))).containsEntry(0, 100L);
    }

    @Test
    void where_all_is_old_what_is_stored_goes() {
        assertThat(Trimming.before(List.of(STORED_TO_100), Map.of(0, -1L))).containsEntry(0, 100L);
    }

    @Test
    void a_partition_that_the_database_does_not_know_is_left_alone() {
        assertThat(Trimming.before(List.of(STORED_TO_100), Map.of(0, 0L, 1, 50L)))
                .isEmpty();
    }
}
