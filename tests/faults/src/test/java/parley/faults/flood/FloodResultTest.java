package parley.faults.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import parley.faults.model.Violation;

class FloodResultTest {

    private static final Map<String, Long> LIMITED =
            Map.of(FloodResult.SENDS_LIMITED, 9L, FloodResult.SIGN_INS_LIMITED, 9L);
    private static final Latencies BEFORE = latencies(1, 100, 0);

    private static Latencies latencies(long factor, int acknowledged, int missed) {
        var millis = new Histogram(3);
        for (int i = 1; i <= acknowledged; i++) millis.recordValue(i * factor);
        return Latencies.of(millis, missed);
    }

    @Test
    void the_ratios_compare_the_latencies_of_others() {
        var flood = new FloodResult("one", BEFORE, latencies(3, 100, 0), LIMITED);
        assertThat(flood.p50Ratio()).isEqualTo(3);
        assertThat(flood.p95Ratio()).isEqualTo(3);
        assertThat(flood.during().p50()).isEqualTo(150);
        assertThat(flood.during().p95()).isEqualTo(285);
        assertThat(flood.during().worst()).isEqualTo(300);
        assertThat(flood.violations()).isEmpty();
    }

    @Test
    void unacknowledged_sends_of_others_are_found() {
        var flood = new FloodResult("one", BEFORE, latencies(3, 94, 6), LIMITED);
        assertThat(flood.violations())
                .singleElement()
                .isEqualTo(Violation.duringFault("flood", "one", "sends of others", "6 of 100 were not acknowledged"));
    }

    @Test
    void a_missing_limit_is_found() {
        assertThat(new FloodResult("one", BEFORE, BEFORE, Map.of("send: ok", 9L)).violations())
                .hasSize(2)
                .allMatch(violation -> violation.sentence().contains("limits of the flooding user"));
    }
}
