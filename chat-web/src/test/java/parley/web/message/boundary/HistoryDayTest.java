package parley.web.message.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.domain.refusal.Refused;

class HistoryDayTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, Europe/Stockholm, 2026-02-28T23:00:00Z",
        "2026-07-01, Europe/Stockholm, 2026-06-30T22:00:00Z",
        "2026-03-01, , 2026-03-01T00:00:00Z",
        "2026-03-01, UTC, 2026-03-01T00:00:00Z",
        "2024-02-29, Asia/Tokyo, 2024-02-28T15:00:00Z",
        // The clocks went forward at midnight.
        "2018-11-04, America/Sao_Paulo, 2018-11-04T03:00:00Z"
    })
    void a_day_begins_at_its_first_moment_in_the_zone(String date, String zone, Instant start) {
        assertThat(HistoryDay.parse(date, zone).start()).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-3-1, UTC",
        "2026-02-30, UTC",
        "20260301, UTC",
        "+12026-03-01, UTC",
        "2026-03-01, Europe/Nowhere",
        "2026-03-01, ''",
        "'', UTC"
    })
    void an_invalid_day_is_refused(String date, String zone) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> HistoryDay.parse(date, zone))
                .matches(why -> why.why().code().equals("bad_request"));
    }

    @Test
    void a_zone_alone_is_refused_and_nothing_is_no_day() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> HistoryDay.parse(null, "UTC"));
        assertThat(HistoryDay.parse(null, null)).isNull();
    }
}
