package parley.persister.keeping.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.log.topic.LogIdentity;
import parley.persister.keeping.entity.Progress;

class LogCheckTest {

    private static final LogIdentity LOG = new LogIdentity("one", 12, 1);

    @Test
    void the_log_of_the_database_has_no_fault() {
        assertThat(faults(new Progress(0, "one", 1, 10, 10))).isEmpty();
    }

    @Test
    void an_empty_database_has_no_fault() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void another_topic_under_the_same_epoch_is_refused() {
        assertThat(faults(new Progress(0, "other", 1, 10, 10))).hasSize(1);
    }

    @Test
    void another_topic_under_a_higher_epoch_is_the_operators_will() {
        assertThat(faults(new Progress(0, "other", 0, 10, 0))).isEmpty();
    }

    @Test
    void a_lower_epoch_than_the_databases_is_refused() {
        assertThat(faults(new Progress(0, "one", 2, 10, 10))).hasSize(1);
    }

    @Test
    void a_log_that_ends_before_the_next_offset_is_refused() {
        assertThat(faults(new Progress(0, "one", 1, 10, 9))).singleElement().asString().contains("ends at 9");
    }

    @Test
    void another_number_of_partitions_is_refused() {
        assertThat(faults(new Progress(12, "one", 1, 0, 0))).hasSize(1);
    }

    @Test
    void a_log_that_became_another_one_is_refused() {
        assertThat(LogCheck.faults(LOG, new LogIdentity("two", 12, 1), List.of())).hasSize(1);
    }

    private static List<String> faults(Progress... database) {
        return LogCheck.faults(LOG, LOG, List.of(database));
    }
}
