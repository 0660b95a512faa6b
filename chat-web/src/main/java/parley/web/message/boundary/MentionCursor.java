package parley.web.message.boundary;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import parley.web.message.history.MentionList;
import parley.web.platform.rest.CursorFormat;

/** Where a page of mentions ended, as text: microseconds since 1970, the conversation, and the position. */
final class MentionCursor {

    private static final CursorFormat FORMAT = new CursorFormat(18, 16, 16);

    private MentionCursor() {}

    static MentionList.Place parse(String text) {
        var numbers = FORMAT.parse(text);
        var ts = Instant.EPOCH.plus(numbers[0], ChronoUnit.MICROS);
        if (ts.isAfter(MentionList.Place.START.ts())) throw new IllegalArgumentException(CursorFormat.RULE);
        return new MentionList.Place(ts, numbers[1], numbers[2]);
    }

    static String text(MentionList.Place place) {
        return CursorFormat.text(
                ChronoUnit.MICROS.between(Instant.EPOCH, place.ts()), place.conversation(), place.pos());
    }
}
