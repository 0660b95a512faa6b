package parley.domain.own.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.text.TextRules;

class OwnRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void a_status_ends_in_the_future_and_within_a_year() {
        assertThat(OwnRules.end("until", null, NOW)).isNull();
        assertThat(OwnRules.end("until", NOW.plusMillis(1), NOW)).isEqualTo(NOW.plusMillis(1));
        for (var wrong : List.of(NOW, NOW.minusSeconds(1), NOW.plus(Duration.ofDays(400)), Instant.MAX)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OwnRules.end("until", wrong, NOW))
                    .withMessageStartingWith("until: ");
        }
    }

    @Test
    void a_mute_ends_in_the_future_at_any_time_that_the_database_can_hold() {
        var forever = Instant.parse("9999-12-31T23:59:59Z");
        assertThat(OwnRules.mute("mutedUntil", forever, NOW)).isEqualTo(forever);
        for (var wrong : List.of(NOW, forever.plusSeconds(1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OwnRules.mute("mutedUntil", wrong, NOW))
                    .withMessageStartingWith("mutedUntil: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-03-01", "2026-03-01T10:00:00", "1772359200"})
    void a_time_is_an_instant_in_utc(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OwnRules.instant("until", text))
                .withMessageStartingWith("until: ");
        assertThat(OwnRules.instant("until", "2026-03-01T10:00:00Z")).isEqualTo(NOW);
        assertThat(OwnRules.instant("until", null)).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "+01:00", "CEST", "Europe", "Europe/Nowhere", "europe/stockholm"})
    void a_zone_has_a_name_of_the_time_zone_database(String zone) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OwnRules.zone(zone))
                .withMessageStartingWith("zone: ");
        assertThat(OwnRules.zone("Europe/Stockholm")).isEqualTo("Europe/Stockholm");
        assertThat(OwnRules.zone("UTC")).isEqualTo("UTC");
    }

    @Test
    void days_are_different_days_of_the_week() {
        assertThat(OwnRules.days(List.of(5, 1, 3))).containsExactly(1, 3, 5);
        for (var wrong : List.of(List.<Integer>of(), List.of(0), List.of(8), List.of(1, 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OwnRules.days(wrong))
                    .withMessageStartingWith("days: ");
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "9:00", "24:00", "09:60", "09:00:00", "nine"})
    void a_time_of_day_has_hours_and_minutes(String time) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OwnRules.timeOfDay("from", time))
                .withMessageStartingWith("from: ");
        assertThat(OwnRules.timeOfDay("from", "00:00")).isEqualTo("00:00");
        assertThat(OwnRules.timeOfDay("to", "23:59")).isEqualTo("23:59");
    }

    @Test
    void working_hours_may_end_on_the_next_day_but_not_when_they_begin() {
        OwnRules.span("22:00", "06:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OwnRules.span("09:00", "09:00"))
                .withMessageStartingWith("to: ");
    }

    @Test
    void keywords_are_few_short_visible_and_different() {
        assertThat(OwnRules.keywords(null)).isEmpty();
        assertThat(OwnRules.keywords(List.of(" deploy ", "deploy", "caf\u0065\u0301")))
                .containsExactly("deploy", "caf\u00e9");
        for (var wrong :
                List.of(List.of(""), List.of("x".repeat(51)), List.of("\u202e"), Collections.nCopies(51, "x"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OwnRules.keywords(wrong))
                    .withMessageStartingWith("keywords: ");
        }
    }

    @Test
    void lists_of_conversations_are_bounded_and_name_each_one_once() {
        assertThat(OwnRules.conversations("favourites", null)).isEmpty();
        assertThat(OwnRules.conversations("favourites", List.of(2L, 1L, 2L))).containsExactly(2L, 1L);
        var many = IntStream.rangeClosed(1, 501).mapToObj(Long::valueOf).toList();
        for (var wrong : List.of(List.of(0L), List.of(-1L), List.of(1L << 53), many)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OwnRules.conversations("favourites", wrong))
                    .withMessageStartingWith("favourites: ");
        }
    }

    @Test
    void a_language_is_a_language_tag() {
        assertThat(OwnRules.language("pt-BR")).isEqualTo("pt-BR");
        assertThat(OwnRules.language(null)).isNull();
        for (var wrong : List.of("", "english", "de_DE", "x")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OwnRules.language(wrong))
                    .withMessageStartingWith("language: ");
        }
    }

    @Test
    void a_draft_may_be_blank_but_not_longer_than_a_message() {
        assertThat(TextRules.draft("")).isNull();
        assertThat(TextRules.draft(" \n\u200b")).isNull();
        assertThat(TextRules.draft(" a")).isEqualTo(" a");
        assertThat(TextRules.draft("\ud835\udcb3".repeat(4_000))).hasSize(8_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextRules.draft("x".repeat(4_001)))
                .withMessageStartingWith("body: ");
    }
}
