package parley.web.message.boundary;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import parley.domain.refusal.Refused;
import parley.web.platform.rest.QueryParameters;

/** A day of a conversation's history, in the reader's time zone. */
record HistoryDay(LocalDate date, ZoneId zone) {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /**
     * @param zone UTC if null
     * @return null if {@code date} is null
     * @throws Refused {@code bad_request} if one of them is invalid
     */
    static HistoryDay parse(String date, String zone) {
        if (date == null && zone != null) throw Refused.invalid(Map.of("zone", "zone: only together with date"));
        if (date == null) return null;
        return new HistoryDay(
                QueryParameters.value("date", date, HistoryDay::date),
                zone == null ? ZoneOffset.UTC : QueryParameters.value("zone", zone, HistoryDay::zone));
    }

    Instant start() {
        return date.atStartOfDay(zone).toInstant();
    }

    private static LocalDate date(String text) {
        if (!DATE.matcher(text).matches()) throw new IllegalArgumentException("a date such as 2026-03-01 is needed");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException invalid) {
            throw new IllegalArgumentException("there is no such day", invalid);
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("a time zone such as Europe/Stockholm is needed", unknown);
        }
    }
}
