package parley.web.ops.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import parley.domain.refusal.Refused;

/**
 * A range of whole minutes of log time.
 *
 * @param to exclusive
 */
public record LedgerRange(Instant from, Instant to) {

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Duration STANDARD = Duration.ofMinutes(60);
    private static final Duration MAX_LENGTH = Duration.ofHours(24);

    /**
     * @param from null: an hour before {@code to}
     * @param to null: now
     * @throws Refused {@code bad_request} if the range is invalid or too long
     */
    public static LedgerRange of(String from, String to, Instant now) {
        var end = to == null ? now : instant("to", to);
        var begin = from == null ? end.minus(STANDARD) : instant("from", from);
        if (!begin.isBefore(end)) throw Refused.invalid(Map.of("from", "from: before to"));
        var whole = new LedgerRange(
                begin.truncatedTo(ChronoUnit.MINUTES),
                end.plusNanos(59_999_999_999L).truncatedTo(ChronoUnit.MINUTES));
        if (Duration.between(whole.from, whole.to).compareTo(MAX_LENGTH.plusMinutes(1)) > 0) {
            throw Refused.invalid(Map.of("from", "from: at most 24 hours before to"));
        }
        return whole;
    }

    long firstMinute() {
        return from.getEpochSecond() / 60;
    }

    private static Instant instant(String parameter, String text) {
        try {
            var instant = Instant.parse(text);
            // Outside these years, an hour earlier or a minute later may not be representable.
            if (!instant.isBefore(Instant.EPOCH) && instant.isBefore(LATEST)) return instant;
        } catch (DateTimeParseException wrong) {
            // Refused below, like any other invalid value.
        }
        throw Refused.invalid(Map.of(parameter, parameter + ": an instant such as 2026-03-01T10:15:00Z"));
    }
}
