package parley.web.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.web.message.admission.TestNode.ADA;
import static parley.web.message.admission.TestNode.TALK;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.Quote;

class LiveQuotesTest {

    private static final Position RECENT = new Position(90);
    private static final Position OLD = new Position(7);

    private int lookups;
    private final Quotes quotes = new Quotes(null, null, null, null) {
        @Override
        Optional<Quote> recent(ConversationId conversation, Position original) {
            return original.equals(RECENT) ? Optional.of(found(original)) : Optional.empty();
        }

        @Override
        public Quote of(ConversationId conversation, Position original) {
            lookups++;
            return found(original);
        }
    };
    /** Lookups of a database that does not answer. */
    private final Queue<Runnable> hanging = new ArrayDeque<>();

    private static Quote found(Position original) {
        return new Quote(original, ADA, "Lunch?", false);
    }

    @Test
    void a_recent_message_is_quoted_without_a_lookup() {
        assertThat(new LiveQuotes(quotes, hanging::add).of(TALK, RECENT)).isEqualTo(found(RECENT));
        assertThat(hanging).isEmpty();
        assertThat(lookups).isZero();
    }

    @Test
    void an_older_message_is_looked_up() {
        var live = new LiveQuotes(quotes, Runnable::run);
        for (int i = 0; i < 5; i++) assertThat(live.of(TALK, OLD)).isEqualTo(found(OLD));
        assertThat(lookups).isEqualTo(5);
    }

    @Test
    void while_lookups_are_slow_a_reply_is_shown_with_the_position_of_its_original() {
        var live = new LiveQuotes(quotes, hanging::add);
        for (int i = 0; i < 20; i++) assertThat(live.of(TALK, OLD)).isEqualTo(Quote.unknown(OLD));
        assertThat(hanging).as("lookups at a time").hasSize(2);
        assertThat(live.of(TALK, RECENT)).isEqualTo(found(RECENT));
    }

    @Test
    void lookups_go_on_when_the_slow_ones_have_ended() {
        var live = new LiveQuotes(quotes, task -> {
            if (hanging.size() < 2) hanging.add(task);
            else task.run();
        });
        for (int i = 0; i < 3; i++) assertThat(live.of(TALK, OLD)).isEqualTo(Quote.unknown(OLD));
        hanging.forEach(Runnable::run);
        assertThat(live.of(TALK, OLD)).isEqualTo(found(OLD));
    }

    @Test
    void a_node_that_is_stopping_looks_nothing_up() {
        var live = new LiveQuotes(quotes, task -> {
            throw new RejectedExecutionException("stopping");
        });
        for (int i = 0; i < 3; i++) assertThat(live.of(TALK, OLD)).isEqualTo(Quote.unknown(OLD));
    }
}
