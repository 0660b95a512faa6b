package parley.web.socket.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.CatchUpItem;
import parley.domain.message.entity.LoggedMessage;
import parley.domain.message.entity.MessageView;
import parley.web.message.history.CatchUpPage;
import parley.web.message.history.MissedMessages;
import parley.web.message.history.ResumePlan;
import parley.web.socket.session.ReplaySource.Pulled;

/** Two conversations as a reconnecting client sees them, with pages of three items. */
class CatchUpReplayTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final ConversationId ONE = new ConversationId(1);
    private static final ConversationId TWO = new ConversationId(2);
    private static final int PAGE = 3;

    private final TreeMap<Long, CatchUpPage.Item> log = new TreeMap<>();
    private final Set<ConversationId> left = new HashSet<>();
    private boolean away;

    private final MissedMessages source = new MissedMessages() {
        @Override
        public boolean receives(ConversationId conversation) {
            return !left.contains(conversation);
        }

        @Override
        public CatchUpPage page(ConversationId conversation, Position after, Runnable live) {
            if (away) return null;
            var all = log.tailMap(after.value(), false).values().stream()
                    .filter(item -> conversation(item).equals(conversation))
                    .toList();
            var page = all.stream().limit(PAGE).toList();
            boolean last = all.size() == page.size();
            if (last) live.run();
            return new CatchUpPage(
                    page, page.isEmpty() ? after : page.getLast().missed().pos(), last);
        }
    };

    private static ConversationId conversation(CatchUpPage.Item item) {
        return ((CatchUpItem.Message) item.missed()).view().conversation();
    }

    private void addMessages(ConversationId conversation, long... positions) {
        for (long pos : positions) {
            var time = BEGIN.plusSeconds(pos);
            var message = new LoggedMessage(
                    conversation, new Position(pos), Cid.at(time), new UserId(1), time, "m" + pos, null);
            log.put(pos, new CatchUpPage.Item(new CatchUpItem.Message(MessageView.of(message)), null));
        }
    }

    private CatchUpReplay resume(ConversationId... conversations) {
        var missing = new ArrayList<ResumePlan.Missing>();
        for (var each : conversations) missing.add(new ResumePlan.Missing(each, new Position(10), BEGIN, 1));
        return new CatchUpReplay(source, missing);
    }

    private static List<String> all(CatchUpReplay catchUp) {
        var frames = new ArrayList<String>();
        while (catchUp.pull() instanceof Pulled.Frames(var page)) {
            assertThat(page).hasSizeLessThanOrEqualTo(PAGE);
            frames.addAll(page);
        }
        return frames;
    }

    private static String message(ConversationId conversation, long pos, long prev) {
        return "\"conv\":" + conversation + ",\"pos\":" + pos + ",.*\"prev\":" + prev + "\\}";
    }

    private static void assertFrames(List<String> frames, String... patterns) {
        assertThat(frames).hasSameSizeAs(patterns);
        for (int i = 0; i < patterns.length; i++) assertThat(frames.get(i)).containsPattern(patterns[i]);
    }

    @Test
    void each_conversation_is_complete_in_order_and_chained_from_what_the_client_has() {
        addMessages(ONE, 11, 13, 15, 17);
        addMessages(TWO, 12, 14);
        assertFrames(
                all(resume(ONE, TWO)),
                message(ONE, 11, 10),
                message(ONE, 13, 11),
                message(ONE, 15, 13),
                message(ONE, 17, 15),
                message(TWO, 12, 10),
                message(TWO, 14, 12));
    }

    @Test
    void a_conversation_is_live_once_its_last_page_was_pulled() {
        addMessages(ONE, LongStream.rangeClosed(11, 14).toArray());
        addMessages(TWO, 20);
        var catchUp = resume(ONE, TWO);
        assertThat(catchUp.isLive(new ConversationId(3))).isTrue();
        catchUp.pull();
        assertThat(catchUp.isLive(ONE)).isFalse();
        addMessages(ONE, 21);
        assertFrames(((Pulled.Frames) catchUp.pull()).frames(), message(ONE, 14, 13), message(ONE, 21, 14));
        assertThat(catchUp.isLive(ONE)).isTrue();
        assertThat(catchUp.isLive(TWO)).isFalse();
        catchUp.pull();
        assertThat(catchUp.isLive(TWO)).isTrue();
        assertThat(catchUp.pull()).isInstanceOf(Pulled.End.class);
    }

    @Test
    void an_answer_stands_for_its_message_in_its_place() {
        addMessages(ONE, 11, 12);
        var catchUp = resume(ONE);
        assertThat(catchUp.hold(ONE, new Position(13), prev -> "ok after " + prev, 0))
                .isTrue();
        addMessages(ONE, 13, 14);
        assertFrames(all(catchUp), message(ONE, 11, 10), message(ONE, 12, 11), "ok after 12", message(ONE, 14, 13));
        assertThat(catchUp.hold(ONE, new Position(15), prev -> "at once", 0))
                .as("live")
                .isFalse();
    }

    @Test
    void an_overdue_answer_is_sent_once_and_still_stands_for_its_message() {
        addMessages(ONE, 11, 12, 13);
        var catchUp = resume(ONE);
        catchUp.hold(ONE, new Position(14), prev -> "ok after " + prev, 0);
        addMessages(ONE, 14, 15);
        assertThat(catchUp.overdue(7_000_000_000L)).isEmpty();
        assertThat(catchUp.overdue(8_000_000_000L)).containsExactly("ok after null");
        assertThat(catchUp.overdue(9_000_000_000L)).isEmpty();
        assertFrames(
                all(catchUp), message(ONE, 11, 10), message(ONE, 12, 11), message(ONE, 13, 12), message(ONE, 15, 14));
    }

    @Test
    void a_user_who_left_a_conversation_gets_no_more_of_it() {
        addMessages(ONE, LongStream.rangeClosed(11, 20).toArray());
        addMessages(TWO, 21);
        var catchUp = resume(ONE, TWO);
        catchUp.pull();
        left.add(ONE);
        assertFrames(all(catchUp), message(TWO, 21, 10));
        assertThat(catchUp.isLive(ONE)).isTrue();
    }

    @Test
    void while_nothing_can_be_read_it_waits_and_finally_gives_up() {
        addMessages(ONE, 11);
        var catchUp = resume(ONE);
        away = true;
        assertThat(catchUp.pull()).isInstanceOf(Pulled.Later.class);
        away = false;
        assertThat(catchUp.pull()).isInstanceOf(Pulled.Frames.class);
        var other = resume(ONE);
        away = true;
        Pulled pulled = other.pull();
        for (int i = 0; i < 100 && pulled instanceof Pulled.Later; i++) pulled = other.pull();
        assertThat(pulled).isInstanceOf(Pulled.Lost.class);
    }
}
