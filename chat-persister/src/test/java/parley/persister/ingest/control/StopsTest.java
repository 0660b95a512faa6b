package parley.persister.ingest.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.persister.ingest.entity.Written;

class StopsTest {

    private Instant now = Instant.EPOCH;
    private Written answer = new Written.Stopped("lost");
    private int asked;
    private final Stops stops = new Stops(
            records -> {
                asked++;
                return answer;
            },
            () -> now);

    @Test
    void while_it_is_known_to_have_stopped_nobody_is_asked() {
        stops.write(Records.range(0, 1));
        assertThat(stops.write(Records.range(1, 2))).isEqualTo(new Written.Stopped("lost"));
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void after_a_while_it_is_tried_again_and_may_go_on() {
        stops.write(Records.range(0, 1));
        now = now.plus(Duration.ofSeconds(11));
        answer = new Written.Done(5);
        assertThat(stops.write(Records.range(1, 2))).isEqualTo(answer);
        assertThat(stops.write(Records.range(2, 3))).isEqualTo(answer);
        assertThat(asked).isEqualTo(3);
    }
}
