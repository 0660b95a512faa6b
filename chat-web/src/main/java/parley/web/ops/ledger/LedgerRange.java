package parley.web.ops.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import parley.domain.refusal.Refused;

/**
 * Whole minutes of the log's time.
 *
 * @param to exclusive
 */
public record LedgerRange(Instant from, Instant to) {

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Duration STANDARD = Duration.ofMinutes(60);
    private static final Duration LONGEST = Duration.ofHours(24);

    /**
     * @param from null: an hour before the end
     * @param to null: now
     * @throws Refused {@code bad_request} where it is no range, or too long a one
     */
    public static LedgerRange of(String from, String to, Instant now) {
        var end = to == null ? now : instant("to", to);
        var begin = from == null ? end.minus(STANDARD) : instant("from", from);
        if (!begin.isBefore(end)) throw Refused.invalid(Map.of("from", "from: before to"));
        var whole = new LedgerRange(
                begin.truncatedTo(ChronoUnit.MINUTES),
                end.plusNanos(59_999_999_999L).truncatedTo(ChronoUnit.MINUTES));
        if (Duration.between(whole.from, whole.to).compareTo(LONGEST.plusMinutes(1)) > 0) {
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
            // Beyond these years there is no hour before and no minute after.
            if (!instant.isBefore(Instant.EPOCH) && instant.isBefore(LATEST)) return instant;
        } catch (DateTimeParseException wrong) {
            // Refused below, as any other that cannot be.
        }
        throw Refused.invalid(Map.of(parameter, parameter + ": an instant such as 2026-03-01T10:15:00Z"));
    }
}
