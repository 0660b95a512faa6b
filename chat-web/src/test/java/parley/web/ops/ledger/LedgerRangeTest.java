package parley.web.ops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.domain.refusal.Refused;

class LedgerRangeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

    @Test
    void the_default_is_the_last_hour_in_whole_minutes() {
        assertThat(LedgerRange.of(null, null, NOW))
                .isEqualTo(
                        new LedgerRange(Instant.parse("2026-03-01T09:15:00Z"), Instant.parse("2026-03-01T10:16:00Z")));
    }

    @Test
    void a_range_may_span_a_day_and_no_more() {
        LedgerRange.of("2026-02-28T10:15:30Z", null, NOW);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> LedgerRange.of("2026-02-28T10:13:00Z", null, NOW));
    }

    @Test
    void an_invalid_instant_or_range_is_refused() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> LedgerRange.of("yesterday", null, NOW));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> LedgerRange.of("2026-03-01T11:00:00Z", null, NOW));
    }

    @Test
    void an_instant_beyond_the_calendar_is_refused() {
        for (var far : new String[] {
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "1969-12-31T23:59:59Z",
            "9999-12-31T00:00:00Z"
        }) {
            assertThatExceptionOfType(Refused.class).as(far).isThrownBy(() -> LedgerRange.of(null, far, NOW));
            assertThatExceptionOfType(Refused.class).as(far).isThrownBy(() -> LedgerRange.of(far, null, NOW));
        }
    }
}
