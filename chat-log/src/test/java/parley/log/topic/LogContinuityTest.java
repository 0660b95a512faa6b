package parley.log.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parley.domain.log.entity.LogPosition;

class LogContinuityTest {

    private static final LogIdentity LOG = new LogIdentity("one", 12, 1);

    @Test
    void a_log_that_matches_the_database_has_no_fault() {
        assertThat(faults(new Case(at(0, "one", 1, 10), 10))).isEmpty();
    }

    @Test
    void an_empty_database_has_no_fault() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void another_topic_under_the_same_epoch_is_rejected() {
        assertThat(faults(new Case(at(0, "other", 1, 10), 10))).hasSize(1);
    }

    @Test
    void another_topic_under_a_higher_epoch_is_accepted() {
        assertThat(faults(new Case(at(0, "other", 0, 10), 0))).isEmpty();
    }

    @Test
    void a_lower_epoch_than_the_database_s_is_rejected() {
        assertThat(faults(new Case(at(0, "one", 2, 10), 10))).hasSize(1);
    }

    @Test
    void a_log_that_ends_before_the_next_offset_is_rejected() {
        assertThat(faults(new Case(at(0, "one", 1, 10), 9)))
                .singleElement()
                .asString()
                .contains("ends at 9");
    }

    @Test
    void another_number_of_partitions_is_rejected() {
        assertThat(faults(new Case(at(12, "one", 1, 0), 0))).hasSize(1);
    }

    @Test
    void a_replaced_log_is_rejected() {
        assertThat(LogContinuity.faults(LOG, new LogIdentity("two", 12, 1), List.of(), Map.of()))
                .singleElement()
                .asString()
                .contains("topic two");
        assertThat(LogContinuity.faults(LOG, new LogIdentity("one", 24, 1), List.of(), Map.of()))
                .singleElement()
                .asString()
                .contains("24 partitions");
    }

    @Test
    void positions_of_another_log_or_epoch_are_left_out() {
        var ours = at(0, "one", 1, 10);
        assertThat(LogContinuity.of(LOG, List.of(ours, at(1, "other", 1, 10), at(2, "one", 0, 10))))
                .containsExactly(ours);
    }

    @Test
    void a_partition_without_an_end_counts_as_empty() {
        assertThat(LogContinuity.faults(LOG, LOG, List.of(at(0, "one", 1, 10)), Map.of()))
                .hasSize(1);
    }

    private record Case(LogPosition stored, long end) {}

    private static LogPosition at(int partition, String topicId, int epoch, long next) {
        var position = new LogPosition(partition, topicId, epoch);
        position.moveTo(next);
        return position;
    }

    private static List<String> faults(Case... database) {
        return LogContinuity.faults(
                LOG,
                LOG,
                Arrays.stream(database).map(Case::stored).toList(),
                Arrays.stream(database)
                        .collect(Collectors.toMap(one -> one.stored().partition(), Case::end)));
    }
}
