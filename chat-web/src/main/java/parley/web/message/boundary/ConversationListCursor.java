package parley.web.message.boundary;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import parley.domain.conversation.entity.ConversationView;

/** Where a page of the conversation list ended, as text: microseconds since 1970, a hyphen, and the id. */
record ConversationListCursor(Instant at, long id) {

    static final String RULE = "after: the next of a page is needed";
    static final ConversationListCursor NEWEST =
            new ConversationListCursor(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    static ConversationListCursor of(ConversationView last) {
        return new ConversationListCursor(last.lastAt(), last.id().value());
    }

    static ConversationListCursor parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException(RULE);
        var at = Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS);
        if (at.isAfter(NEWEST.at)) throw new IllegalArgumentException(RULE);
        return new ConversationListCursor(at, Long.parseLong(parts.group(2)));
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
}
