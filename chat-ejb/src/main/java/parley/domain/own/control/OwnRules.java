package parley.domain.own.control;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import parley.domain.identity.ConversationId;
import parley.domain.text.TextRules;

/**
 * Validates and normalizes the settings of a user. Each function returns the value to store, or throws an
 * {@link IllegalArgumentException} whose message begins with the field's name.
 */
public final class OwnRules {

    public static final int MOST_KEYWORDS = 50;
    public static final int MOST_FOLDERS = 50;
    public static final int MOST_LISTED = 500;
    public static final int MOST_PAGE_CHARACTERS = 8_192;

    /** A status, and a do-not-disturb, end by themselves. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern FOLDER_ID = Pattern.compile("[A-Za-z0-9_-]{1,36}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}");

    private OwnRules() {}

    /** @return null if {@code text} is null */
    public static Instant instant(String field, String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(field + ": a time such as 2026-03-01T10:15:30Z is needed", wrong);
        }
    }

    /** The end of a status or of a do-not-disturb: in the future, at most a year away. */
    public static Instant end(String field, Instant until, Instant now) {
        if (until == null) return null;
        requireFuture(field, until, now);
        if (until.isAfter(now.plus(LONGEST))) throw new IllegalArgumentException(field + ": at most a year from now");
        return until;
    }

    /** The end of a mute, which may be as far away as the user wants. */
    public static Instant mute(String field, Instant until, Instant now) {
        if (until == null) return null;
        requireFuture(field, until, now);
        if (until.isAfter(Instant.parse("9999-12-31T23:59:59Z")))
            throw new IllegalArgumentException(field + ": at most 9999-12-31T23:59:59Z");
        return until;
    }

    private static void requireFuture(String field, Instant until, Instant now) {
        if (!until.isAfter(now)) throw new IllegalArgumentException(field + ": a time in the future is needed");
    }

    /** A time zone with a name, so that daylight saving time is known. */
    public static String zone(String zone) {
        var rule = "zone: a time zone such as Europe/Stockholm is needed";
        try {
            if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone)) throw new IllegalArgumentException(rule);
            return ZoneId.of(zone).getId();
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(rule, wrong);
        }
    }

    /** Days of the week as in ISO 8601: 1 is Monday. */
    public static List<Integer> days(List<Integer> days) {
        boolean fits = days != null
                && !days.isEmpty()
                && days.stream().allMatch(day -> day >= 1 && day <= 7)
                && days.size() == new LinkedHashSet<>(days).size();
        if (!fits) throw new IllegalArgumentException("days: different days from 1 (Monday) to 7 (Sunday) are needed");
        return days.stream().sorted().toList();
    }

    public static String timeOfDay(String field, String time) {
        if (time == null || !TIME.matcher(time).matches())
            throw new IllegalArgumentException(field + ": a time of day such as 09:00 is needed");
        return LocalTime.parse(time, TIME_OF_DAY).format(TIME_OF_DAY);
    }

    /** An end before the beginning is on the next day. */
    public static void span(String from, String to) {
        if (timeOfDay("from", from).equals(timeOfDay("to", to)))
            throw new IllegalArgumentException("to: a time of day other than from is needed");
    }

    /** @return null if {@code text} is null or blank */
    public static String statusText(String text) {
        return text == null || text.isBlank() ? null : TextRules.statusText(text);
    }

    /** Words that alert the user; a null list is an empty one. */
    public static List<String> keywords(List<String> keywords) {
        if (keywords == null) return List.of();
        if (keywords.size() > MOST_KEYWORDS) throw new IllegalArgumentException("keywords: at most " + MOST_KEYWORDS);
        return keywords.stream().map(TextRules::keyword).distinct().toList();
    }

    /** A null list is an empty one. */
    public static List<Long> conversations(String field, List<Long> ids) {
        if (ids == null) return List.of();
        if (ids.size() > MOST_LISTED) throw new IllegalArgumentException(field + ": at most " + MOST_LISTED);
        try {
            return ids.stream()
                    .map(id -> new ConversationId(id).value())
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(field + ": the ids of conversations are needed", wrong);
        }
    }

    public static String folderId(String id) {
        if (id == null || !FOLDER_ID.matcher(id).matches())
            throw new IllegalArgumentException("id: 1 to 36 letters, digits, hyphens or underscores");
        return id;
    }

    /** A BCP 47 language tag. */
    public static String language(String tag) {
        if (tag != null && !LANGUAGE.matcher(tag).matches())
            throw new IllegalArgumentException("language: a language tag such as de or pt-BR is needed");
        return tag;
    }
}
