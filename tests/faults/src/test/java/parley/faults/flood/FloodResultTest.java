package parley.faults.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import parley.faults.model.Violation;

class FloodResultTest {

    private static final Map<String, Long> LIMITED =
            Map.of(FloodResult.SENDS_LIMITED, 9L, FloodResult.SIGN_INS_LIMITED, 9L);
    private static final Latencies CALM = latencies(1, 100, 0);

    private static Latencies latencies(long factor, int acknowledged, int missed) {
        return Latencies.of(
                LongStream.rangeClosed(1, acknowledged)
                        .map(i -> i * factor)
                        .boxed()
                        .toList(),
                missed);
    }

    @Test
    void it_says_how_many_times_as_long_the_sends_of_others_took() {
        var flood = new FloodResult("one", CALM, latencies(3, 100, 0), LIMITED);
        assertThat(flood.p50Ratio()).isEqualTo(3);
        assertThat(flood.p95Ratio()).isEqualTo(3);
        assertThat(flood.during().worst()).isEqualTo(300);
        assertThat(flood.violations()).isEmpty();
    }

    @Test
    void others_whose_sends_are_not_acknowledged_are_found() {
        var flood = new FloodResult("one", CALM, latencies(3, 94, 6), LIMITED);
        assertThat(flood.violations())
                .singleElement()
                .isEqualTo(Violation.duringFault("flood", "one", "sends of others", "6 of 100 were not acknowledged"));
    }

    @Test
    void a_flooder_who_meets_no_limit_is_found() {
        assertThat(new FloodResult("one", CALM, CALM, Map.of("send: ok", 9L)).violations())
                .hasSize(2)
                .allMatch(violation -> violation.sentence().contains("limits of the flooder"));
    }
}
