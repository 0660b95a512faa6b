package parley.web.search.index;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.MessageView;
import parley.web.search.query.Condition;
import parley.web.search.query.Mark;

/**
 * A query whose names are resolved.
 *
 * @param parts all of them must hold
 * @param scope what may be found
 * @param after the place in the order of the hits after which the page begins; null for the first page
 */
public record IndexQuery(List<Part> parts, Scope scope, Place after, int limit) {

    /** @param isExcluded whether the filter must not match */
    public record Part(Filter filter, boolean isExcluded) {}

    public sealed interface Filter {

        /** The words and signs of the text. */
        record Text(Condition.Text condition) implements Filter {}

        /** One of these senders. */
        record Senders(Set<Long> ids) implements Filter {}

        /** One of these conversations. */
        record Conversations(Set<Long> ids) implements Filter {}

        /** Mentions of one of these users, or of everyone: {@link #EVERYONE}. */
        record Mentioned(Set<Long> ids) implements Filter {}

        /**
         * @param from null if there is no limit
         * @param end exclusive; null if there is no limit
         */
        record Sent(Instant from, Instant end) implements Filter {}

        record Marked(Mark mark) implements Filter {}
    }

    /** Stands for a mention of everyone. */
    public static final long EVERYONE = 0;

    /**
     * What the caller may read. If very many conversations are limited, hits in them can be before the position: the
     * caller of the index checks that.
     *
     * @param whole conversations that the caller may read from the beginning
     * @param later conversations that the caller may read from a position on
     */
    public record Scope(Set<Long> whole, Map<ConversationId, Position> later) {

        public boolean isEmpty() {
            return whole.isEmpty() && later.isEmpty();
        }
    }

    /**
     * The place of a hit in their order.
     *
     * @param ts its append time, in milliseconds
     */
    public record Place(long ts, long conversation, long pos) {

        public static Place of(MessageView view) {
            return new Place(
                    view.ts().toEpochMilli(),
                    view.conversation().value(),
                    view.pos().value());
        }
    }
}
