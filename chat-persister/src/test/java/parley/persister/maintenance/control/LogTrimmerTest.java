package parley.persister.maintenance.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.persister.maintenance.entity.PartitionProgress;

class LogTrimmerTest {

    private static final PartitionProgress STORED_TO_100 = new PartitionProgress(0, "one", 0, 100, 200);

    @Test
    void recent_records_are_kept() {
        assertThat(LogTrimmer.below(List.of(STORED_TO_100), Map.of(0, 40L))).containsEntry(0, 40L);
    }

    @Test
    void records_that_are_not_stored_are_kept_regardless_of_age() {
        assertThat(LogTrimmer.below(List.of(STORED_TO_100), Map.of(0, 150L))).containsEntry(0, 100L);
    }

    @Test
    void all_stored_records_are_trimmed_if_all_are_old() {
        assertThat(LogTrimmer.below(List.of(STORED_TO_100), Map.of(0, -1L))).containsEntry(0, 100L);
    }

    @Test
    void a_partition_unknown_to_the_database_is_not_trimmed() {
        assertThat(LogTrimmer.below(List.of(STORED_TO_100), Map.of(0, 0L, 1, 50L)))
                .isEmpty();
    }
}
