package parley.domain.log.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;

class LogCodecTest {

    private static final ConversationId CONVERSATION = new ConversationId(7);
    private static final Cid CID = Cid.at(Instant.EPOCH);
    private static final UserId ADA = new UserId(1);

    static Stream<LogEntry> everything() {
        return Stream.concat(
                Stream.of(
                        new LogEntry.Message(CONVERSATION, CID, ADA, new Body("\"Grüße\" \n 世界 👋 \u0001"), null),
                        new LogEntry.Message(CONVERSATION, CID, ADA, new Body("a reply"), new Position((1L << 53) - 1))),
                Stream.of(
                                new EventDetail.Edited(new Position(3), "better"),
                                new EventDetail.Revoked(new Position(3)),
                                new EventDetail.Reaction(new Position(3), "👍", true),
                                new EventDetail.MemberChanged(new UserId(2), Role.OWNER, 4, true),
                                new EventDetail.MemberChanged(new UserId(2), null, 5, false))
                        .map(detail -> new LogEntry.Event(CONVERSATION, CID, ADA, detail)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void what_is_written_is_read_again(LogEntry entry) {
        assertThat(LogCodec.decode(entry.type(), LogCodec.VERSION, LogCodec.encode(entry))).isEqualTo(entry);
    }

    /** A record must not be parked because a rule got stricter. */
    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u202e", "\u0000", "\u3164"})
    void an_old_record_is_read_whatever_the_rules_of_today_say(String body) {
        var sent = new LogEntry.Message(CONVERSATION, CID, ADA, new Body(body), null);
        var edited = new LogEntry.Event(CONVERSATION, CID, ADA, new EventDetail.Edited(new Position(3), body));
        var reacted = new LogEntry.Event(CONVERSATION, CID, ADA, new EventDetail.Reaction(new Position(3), "no emoji", true));
        for (var old : new LogEntry[] {sent, edited, reacted}) {
            assertThat(LogCodec.decode(old.type(), LogCodec.VERSION, LogCodec.encode(old))).isEqualTo(old);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"conv\":7}", "{\"conv\":\"7\",\"cid\":5}"})
    void what_is_no_message_is_unreadable(String value) {
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> LogCodec.decode("message", 1, value));
    }

    @Test
    void a_later_version_is_not_guessed_at() {
        var value = LogCodec.encode(everything().findFirst().orElseThrow());
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> LogCodec.decode("message", 2, value));
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> LogCodec.decode("poem", 1, value));
    }
}
