package parley.web.message.boundary;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import parley.web.message.history.MentionList;

/** Where a page of mentions ended, as text: microseconds since 1970, the conversation, and the position. */
final class MentionCursor {

    static final String RULE = "after: the next of a page is needed";
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,16})-([0-9]{1,16})");

    private MentionCursor() {}

    static MentionList.Place parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException(RULE);
        var ts = Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS);
        if (ts.isAfter(MentionList.Place.START.ts())) throw new IllegalArgumentException(RULE);
        return new MentionList.Place(ts, Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    static String text(MentionList.Place place) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, place.ts()) + "-" + place.conversation() + "-" + place.pos();
    }
}
