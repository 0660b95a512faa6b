package parley.web.message.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.web.message.history.ResumePlan.Missing;

class ResumePlanTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static Missing missing(long conversation, int activeAt, int frames) {
        return new Missing(new ConversationId(conversation), new Position(5), BEGIN.plusSeconds(activeAt), frames);
    }

    private static ResumePlan plan(List<Missing> known) {
        return ResumePlan.of(known.stream().map(Missing::conversation).toList(), known, 1_000, 5_000);
    }

    @Test
    void of_twelve_conversations_with_990_each_the_five_most_recently_active_are_replayed() {
        var plan = plan(
                IntStream.rangeClosed(1, 12).mapToObj(i -> missing(i, i, 990)).toList());
        assertThat(plan.behind())
                .extracting(each -> each.conversation().value())
                .containsExactly(12L, 11L, 10L, 9L, 8L);
        assertThat(plan.recovered()).hasSize(12);
        assertThat(plan.recovered().values().stream().filter(whole -> whole)).hasSize(5);
    }

    @Test
    void a_thousand_are_replayed_and_one_more_is_not() {
        var plan = plan(List.of(missing(1, 1, 1_000), missing(2, 2, 1_001)));
        assertThat(plan.recovered())
                .containsEntry(new ConversationId(1), true)
                .containsEntry(new ConversationId(2), false);
    }

    @Test
    void a_conversation_without_missed_items_is_recovered_however_much_was_missed_elsewhere() {
        var known = new java.util.ArrayList<>(IntStream.rangeClosed(1, 5)
                .mapToObj(i -> missing(i, 100 + i, 1_000))
                .toList());
        known.add(missing(6, 1, 0));
        known.add(missing(7, 2, 1));
        var plan = plan(known);
        assertThat(plan.recovered())
                .containsEntry(new ConversationId(6), true)
                .containsEntry(new ConversationId(7), false);
        assertThat(plan.behind()).hasSize(5);
    }

    @Test
    void unknown_counts_and_unreceived_conversations_are_not_recovered() {
        var stranger = new ConversationId(9);
        var unknown = new Missing(new ConversationId(1), new Position(5), null, ResumePlan.UNKNOWN);
        var plan = ResumePlan.of(List.of(stranger, unknown.conversation()), List.of(unknown), 1_000, 5_000);
        assertThat(plan.recovered()).containsEntry(stranger, false).containsEntry(unknown.conversation(), false);
        assertThat(plan.behind()).isEmpty();
    }
}
