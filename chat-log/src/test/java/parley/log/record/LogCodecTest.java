package parley.log.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.group.AttributeChange;
import parley.domain.group.HistoryAccess;
import parley.domain.group.Posting;
import parley.domain.group.Visibility;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.FileId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.AttachedFile;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.Mentions;

class LogCodecTest {

    private static final ConversationId CONVERSATION = new ConversationId(7);
    private static final Cid CID = Cid.at(Instant.EPOCH);
    private static final UserId ADA = new UserId(1);
    private static final Mentions MENTIONS = Mentions.of(List.of(new UserId(2)), Mentions.Everyone.HERE);

    private static final List<AttachedFile> FILES = List.of(
            new AttachedFile(new FileId((1L << 53) - 1), "Grüße.txt", 5, "text/plain", null),
            new AttachedFile(
                    new FileId(8), "a.png", 1L << 40, "image/png", new AttachedFile.Picture(4, 3, "iVBORw0KGgo=")));

    static Stream<LogEntry> everything() {
        return Stream.concat(
                Stream.of(
                        new LogEntry.Message(CONVERSATION, CID, ADA, new Body("\"Grüße\" \n 世界 👋 \u0001"), null),
                        new LogEntry.Message(CONVERSATION, CID, ADA, new Body("a reply"), new Position((1L << 53) - 1)),
                        new LogEntry.Message(CONVERSATION, CID, ADA, new Body("@kim @here"), null, MENTIONS),
                        new LogEntry.Message(CONVERSATION, CID, ADA, Body.NONE, null, Mentions.NONE, FILES)),
                Stream.of(
                                new EventDetail.Edited(new Position(3), "better"),
                                new EventDetail.Edited(new Position(3), "@kim @here", MENTIONS),
                                new EventDetail.Revoked(new Position(3)),
                                new EventDetail.Reaction(new Position(3), "👍", true),
                                new EventDetail.MemberChanged(new UserId(2), Role.OWNER, 4, true),
                                new EventDetail.MemberChanged(new UserId(2), null, 5, false),
                                new EventDetail.MemberChanged(new UserId(2), Role.MODERATOR, 6, true, 4),
                                new EventDetail.GroupChanged(
                                        new AttributeChange("Boilers", "", null, Posting.MODERATORS, null, null), 2),
                                new EventDetail.GroupChanged(
                                        new AttributeChange(
                                                null, null, Visibility.PUBLIC, null, false, HistoryAccess.JOINED),
                                        3))
                        .map(detail -> new LogEntry.Event(CONVERSATION, CID, ADA, detail)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void an_entry_is_decoded_as_it_was_encoded(LogEntry entry) {
        assertThat(LogCodec.decode(entry.type(), LogCodec.VERSION, LogCodec.encode(entry)))
                .isEqualTo(entry);
    }

    @Test
    void a_record_of_a_version_without_mentions_mentions_nobody() {
        var old = "{\"conv\":7,\"cid\":\"%s\",\"from\":1,\"body\":\"@kim\"}".formatted(CID);
        assertThat(((LogEntry.Message) LogCodec.decode("message", 1, old)).mentions())
                .isSameAs(Mentions.NONE);
        var plain = new LogEntry.Message(CONVERSATION, CID, ADA, new Body("@kim"), null);
        assertThat(LogCodec.encode(plain)).as("nothing is written for nobody").isEqualTo(old);
    }

    @Test
    void a_kind_of_everyone_of_a_later_version_is_ignored() {
        var later = LogCodec.encode(new LogEntry.Message(CONVERSATION, CID, ADA, new Body("@kim"), null, MENTIONS))
                .replace("\"here\"", "\"nearby\"");
        assertThat(((LogEntry.Message) LogCodec.decode("message", 1, later)).mentions())
                .isEqualTo(Mentions.of(List.of(new UserId(2)), null));
    }

    @Test
    void a_record_of_a_membership_from_before_there_were_limits_is_readable() {
        var old = "{\"conv\":7,\"cid\":\"%s\",\"from\":1,\"kind\":\"member\",\"user\":2,\"version\":4,\"shown\":true,"
                        .formatted(CID)
                + "\"role\":\"owner\"}";
        assertThat(LogCodec.decode("event", LogCodec.VERSION, old))
                .isEqualTo(new LogEntry.Event(
                        CONVERSATION, CID, ADA, new EventDetail.MemberChanged(new UserId(2), Role.OWNER, 4, true)));
    }

    @Test
    void a_change_of_a_group_has_the_agreed_form() {
        var changed = new EventDetail.GroupChanged(new AttributeChange("Boilers", null, null, null, true, null), 2);
        assertThat(LogCodec.encode(new LogEntry.Event(CONVERSATION, CID, ADA, changed)))
                .isEqualTo("{\"conv\":7,\"cid\":\"" + CID + "\",\"from\":1,\"kind\":\"changed\",\"version\":2,"
                        + "\"title\":\"Boilers\",\"archived\":true}");
    }

    /** A record must not be parked because a rule became stricter. */
    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u202e", "\u0000", "\u3164"})
    void an_old_record_is_readable_even_if_it_violates_current_rules(String body) {
        var sent = new LogEntry.Message(CONVERSATION, CID, ADA, new Body(body), null);
        var edited = new LogEntry.Event(CONVERSATION, CID, ADA, new EventDetail.Edited(new Position(3), body));
        var reacted =
                new LogEntry.Event(CONVERSATION, CID, ADA, new EventDetail.Reaction(new Position(3), "no emoji", true));
        for (var old : new LogEntry[] {sent, edited, reacted}) {
            assertThat(LogCodec.decode(old.type(), LogCodec.VERSION, LogCodec.encode(old)))
                    .isEqualTo(old);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "❤, ❤\ufe0f",
        "☺, ☺\ufe0f",
        "✌, ✌\ufe0f",
        "1\u20e3, 1\ufe0f\u20e3",
        "🤷\u200d♀, 🤷\u200d♀\ufe0f",
        "+1, +1"
    })
    void an_emoji_without_its_selectors_is_read_as_the_qualified_one(String inTheLog, String qualified) {
        var value =
                "{\"conv\":7,\"cid\":\"%s\",\"from\":1,\"kind\":\"reaction\",\"target\":3,\"emoji\":\"%s\",\"on\":true}"
                        .formatted(CID, inTheLog);
        var event = (LogEntry.Event) LogCodec.decode("event", LogCodec.VERSION, value);
        assertThat(((EventDetail.Reaction) event.detail()).emoji()).isEqualTo(qualified);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"conv\":7}", "{\"conv\":\"7\",\"cid\":5}"})
    @NullSource
    void anything_but_a_message_is_unreadable(String value) {
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> LogCodec.decode("message", 1, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7.0",
                "7e1",
                "\"7\"",
                "-7",
                "0",
                "9007199254740992",
                "1e1000000000",
                "99999999999999999999999999",
                "[7]",
                "null"
            })
    void an_id_is_a_plain_integer_below_two_to_the_fifty_third(String id) {
        var value = LogCodec.encode(everything().findFirst().orElseThrow());
        for (var field : new String[] {"\"conv\":7", "\"from\":1"}) {
            var hostile = value.replace(field, field.substring(0, field.indexOf(':') + 1) + id);
            assertThat(hostile).isNotEqualTo(value);
            assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> LogCodec.decode("message", 1, hostile));
        }
    }

    @Test
    void a_value_is_exactly_one_object_of_bounded_depth() {
        var value = LogCodec.encode(everything().findFirst().orElseThrow());
        var rest = value.substring(1);
        for (var hostile : new String[] {
            value + "x",
            value + value,
            value + "}",
            "{\"x\":" + "[".repeat(30_000) + "," + rest,
            "{\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "," + rest
        }) {
            assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> LogCodec.decode("message", 1, hostile));
        }
        assertThat(LogCodec.decode("message", 1, "{\"new\":[{\"in\":1.5}]," + rest))
                .as("unknown fields are passed over")
                .isNotNull();
    }

    @Test
    void a_corrupted_value_is_decoded_or_unreadable() {
        var random = new Random(11);
        var values = everything().map(LogCodec::encode).toList();
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder(values.get(random.nextInt(values.size())));
            for (int changes = 1 + random.nextInt(4); changes > 0 && !text.isEmpty(); changes--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.setCharAt(at, "{}[]\":,\\ue019.-\uD800x".charAt(random.nextInt(17)));
                    case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(20))));
                    default -> text.setLength(at);
                }
            }
            var type = random.nextBoolean() ? "message" : "event";
            try {
                assertThat(LogCodec.decode(type, 1, text.toString())).isNotNull();
            } catch (UnreadableRecord unreadable) {
                assertThat(unreadable.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void an_unknown_version_is_unreadable() {
        var value = LogCodec.encode(everything().findFirst().orElseThrow());
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> LogCodec.decode("message", 2, value));
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> LogCodec.decode("poem", 1, value));
    }

    @Test
    void a_text_may_be_empty_only_if_there_are_files() {
        var empty = LogCodec.encode(new LogEntry.Message(CONVERSATION, CID, ADA, Body.NONE, null));
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> LogCodec.decode("message", LogCodec.VERSION, empty));
    }
}
