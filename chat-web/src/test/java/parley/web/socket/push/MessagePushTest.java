package parley.web.socket.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.LoggedMessage;
import parley.domain.message.entity.Mentions;
import parley.domain.message.entity.Quote;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.TailItem;
import parley.web.message.delivery.Shown;
import parley.web.message.history.LiveQuotes;
import parley.web.socket.session.ClientSession;
import parley.web.socket.session.SessionRegistry;
import parley.web.socket.session.TestSocket;

class MessagePushTest {

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");
    private static final ConversationId TALK = new ConversationId(7);
    private static final Position POS = new Position(42);
    private static final UserId ADA = new UserId(1);
    private static final UserId KIM = new UserId(2);

    private final TestSocket phone = new TestSocket(ADA).greeted(null);
    private final TestSocket tablet = new TestSocket(ADA).greeted(null);
    private final TestSocket kims = new TestSocket(KIM).greeted(null);
    private final MessagePush push = push();

    private MessagePush push() {
        var made = new MessagePush();
        made.log = new LogConnection();
        made.sessions = new SessionRegistry() {
            @Override
            public Collection<ClientSession> of(UserId user) {
                return user.equals(ADA) ? List.of(phone.session, tablet.session) : List.of(kims.session);
            }

            @Override
            public Stream<ClientSession> greeted() {
                return Stream.of(phone, tablet, kims).map(socket -> socket.session);
            }
        };
        return made;
    }

    private static Shown.Item message(Position pos) {
        var message = new LoggedMessage(TALK, pos, Cid.at(TIME), ADA, TIME, "hello", null);
        return new Shown.Item(new TailItem.Message(message, null), List.of(ADA, KIM));
    }

    @Test
    void every_socket_of_every_receiver_except_the_answered_one_gets_the_message() {
        phone.session.recordAnswer(TALK, POS);
        push.push(message(POS));
        assertThat(phone.frames()).as("its ok stands for the message").isEmpty();
        for (var socket : List.of(tablet, kims)) {
            assertThat(socket.frames()).singleElement().satisfies(frame -> {
                assertThat(frame.getString("t")).isEqualTo("msg");
                assertThat(frame.getString("body")).isEqualTo("hello");
                assertThat(frame.getInt("pos")).isEqualTo(42);
            });
        }
    }

    @Test
    void a_reply_quotes_its_original_which_is_looked_up_once_for_all_sockets() {
        var original = new Position(7);
        var lookups = new AtomicInteger();
        push.quotes = new LiveQuotes(null, null) {
            @Override
            public Quote of(ConversationId conversation, Position pos) {
                lookups.incrementAndGet();
                return new Quote(pos, KIM, "Lunch?", false);
            }
        };
        var mentions = Mentions.of(List.of(KIM), null);
        var reply = new LoggedMessage(TALK, POS, Cid.at(TIME), ADA, TIME, "@kim yes", original, mentions);
        push.push(new Shown.Item(new TailItem.Message(reply, null), List.of(ADA, KIM)));
        for (var socket : List.of(phone, tablet, kims)) {
            var frame = socket.frames().getFirst();
            assertThat(frame.get("quote")).hasToString("{\"pos\":7,\"from\":2,\"excerpt\":\"Lunch?\"}");
            assertThat(frame.get("mentions")).hasToString("{\"users\":[2]}");
        }
        assertThat(lookups).hasValue(1);
    }

    @Test
    void a_reply_to_what_its_receivers_may_not_read_quotes_nothing() {
        var reply = new LoggedMessage(TALK, POS, Cid.at(TIME), ADA, TIME, "yes", new Position(7));
        push.push(new Shown.Item(new TailItem.Message(reply, null), List.of(KIM), false));
        assertThat(kims.frames().getFirst().get("quote")).hasToString("{\"pos\":7,\"gone\":true}");
    }

    @Test
    void an_answer_stands_for_no_other_message() {
        phone.session.recordAnswer(TALK, POS);
        push.push(message(new Position(43)));
        assertThat(phone.frames()).hasSize(1);
    }

    @Test
    void the_socket_that_reported_a_receipt_does_not_get_it() {
        var reportedBy = push.log.nameOf(phone.session.id());
        push.push(new Shown.Receipt(TALK, ADA, POS, null, List.of(ADA, KIM), reportedBy));
        assertThat(phone.frames()).isEmpty();
        assertThat(tablet.frames()).hasSize(1);
        assertThat(kims.frames())
                .singleElement()
                .satisfies(frame -> assertThat(frame.getInt("read")).isEqualTo(42));
    }

    @Test
    void all_sockets_are_notified_when_messages_are_not_stored_in_time() {
        push.push(new Shown.StoreState("behind", 6));
        assertThat(kims.frames())
                .singleElement()
                .satisfies(frame -> assertThat(frame.getString("state")).isEqualTo("behind"));
    }
}
