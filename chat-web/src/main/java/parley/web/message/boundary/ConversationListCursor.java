package parley.web.message.boundary;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import parley.domain.conversation.entity.ConversationView;
import parley.web.platform.rest.CursorFormat;

/** Where a page of the conversation list ended, as text: microseconds since 1970, a hyphen, and the id. */
record ConversationListCursor(Instant at, long id) {

    static final ConversationListCursor NEWEST =
            new ConversationListCursor(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);
    private static final CursorFormat FORMAT = new CursorFormat(18, 18);

    static ConversationListCursor of(ConversationView last) {
        return new ConversationListCursor(last.lastAt(), last.id().value());
    }

    static ConversationListCursor parse(String text) {
        var numbers = FORMAT.parse(text);
        var at = Instant.EPOCH.plus(numbers[0], ChronoUnit.MICROS);
        if (at.isAfter(NEWEST.at)) throw new IllegalArgumentException(CursorFormat.RULE);
        return new ConversationListCursor(at, numbers[1]);
    }

    @Override
    public String toString() {
        return CursorFormat.text(ChronoUnit.MICROS.between(Instant.EPOCH, at), id);
    }
}
