package parley.web.directory.boundary;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import parley.domain.conversation.entity.ConversationView;

/** Where a page of the conversation list ended: {@code microseconds since 1970 - id}. */
record ListPlace(Instant at, long id) {

    static final ListPlace NEWEST = new ListPlace(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    static ListPlace of(ConversationView last) {
        return new ListPlace(last.lastAt(), last.id().value());
    }

    static ListPlace parse(String text) {
        int dash = text.indexOf('-');
        try {
            long micros = Long.parseLong(text.substring(0, Math.max(0, dash)));
            return new ListPlace(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), Long.parseLong(text.substring(dash + 1)));
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("after: the next of a page is needed", wrong);
        }
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
}
