package parley.web.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRateTest {

    @Test
    void a_rate_is_written_as_burst_number_and_period() {
        var rate = TokenRate.parse("10:20/10m, 500:500/1h");
        assertThat(rate.parts())
                .containsExactly(
                        new TokenRate.Part(10, 20, Duration.ofMinutes(10)),
                        new TokenRate.Part(500, 500, Duration.ofHours(1)));
        assertThat(rate.burst()).isEqualTo(10);
        assertThat(rate.untilFull()).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_factor_multiplies_all_parts() {
        assertThat(TokenRate.parse("10:20/10m").times(1_000)).isEqualTo(TokenRate.parse("10000:20000/10m"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "10:20", "0:1/1s", "1:0/1s", "1:1/0s", "-1:1/1s", "1:1/1d", "1:1/1s,"})
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenRate.parse(text));
    }
}
