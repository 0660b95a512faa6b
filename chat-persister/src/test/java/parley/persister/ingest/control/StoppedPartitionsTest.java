package parley.persister.ingest.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.persister.store.entity.BatchCounts;
import parley.persister.store.entity.WriteResult;

class StoppedPartitionsTest {

    private Instant now = Instant.EPOCH;
    private WriteResult answer = new WriteResult.Stopped("lost");
    private int asked;
    private final StoppedPartitions stops = new StoppedPartitions(
            records -> {
                asked++;
                return answer;
            },
            () -> now);

    @Test
    void while_it_is_known_to_have_stopped_nobody_is_asked() {
        stops.handle(Records.range(0, 1));
        assertThat(stops.handle(Records.range(1, 2))).isEqualTo(new WriteResult.Stopped("lost"));
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void after_a_while_it_is_tried_again_and_may_go_on() {
        stops.handle(Records.range(0, 1));
        now = now.plus(Duration.ofSeconds(11));
        answer = new WriteResult.Stored(5, BatchCounts.NOTHING);
        assertThat(stops.handle(Records.range(1, 2))).isEqualTo(answer);
        assertThat(stops.handle(Records.range(2, 3))).isEqualTo(answer);
        assertThat(asked).isEqualTo(3);
    }
}
