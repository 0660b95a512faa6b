package parley.log.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.account.entity.PublishedProfile;
import parley.domain.account.entity.UserProfile;
import parley.domain.group.GroupAttributes;
import parley.domain.group.HistoryAccess;
import parley.domain.group.Posting;
import parley.domain.group.ReadLimit;
import parley.domain.group.Visibility;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.log.record.UnreadableRecord;

/** The contract of the codecs of control topics, and the exact text that other versions write and read. */
class CodecContractTest {

    private static final ConversationId CONVERSATION = new ConversationId(7);
    private static final UserId ADA = new UserId(1);

    static Stream<Arguments> values() {
        var stored = new StoredOffset(3, "topic", 2, 41);
        var receipt = ReadReceipt.read(CONVERSATION, ADA, new Position(41), "a/b");
        var back = new ReadReceipt(CONVERSATION, ADA, new Position(41), "a/b", new Position(50));
        var member = new MembershipState(CONVERSATION, ADA, Role.OWNER, 5);
        var gone = new MembershipState(CONVERSATION, ADA, null, 6);
        var present = new PresenceReport("node", new LinkedHashSet<>(List.of(new UserId(9), ADA)), Set.of());
        var idle = new PresenceReport("node", Set.of(ADA), Set.of(ADA));
        var empty = new PresenceReport("node", Set.of(), Set.of());
        var joining = new MembershipState(CONVERSATION, ADA, Role.MEMBER, 7, 7, ReadLimit.NOTHING);
        var joined = new MembershipState(CONVERSATION, ADA, Role.MODERATOR, 8, 7, new Position(41));
        var plain = new GroupState(CONVERSATION, GroupAttributes.DEFAULT, 1);
        var group = new GroupState(
                CONVERSATION,
                new GroupAttributes(
                        "Boilers", "Pumps", Visibility.PUBLIC, Posting.MODERATORS, true, HistoryAccess.JOINED),
                2);
        var block = new BlockState(ADA, new UserId(2), false, 9);
        var typing = new Signal.Typing(CONVERSATION, ADA, "a/b");
        var user = new UserState(
                new PublishedProfile(new UserProfile(ADA, "ada", "Ada Lovelace"), PublishedProfile.ACTIVE, 3));
        var renamed = new Signal.Renamed(CONVERSATION);
        var draft = new Signal.Own(ADA, "draft", CONVERSATION, 5, "laptop");
        var status = new Signal.Own(ADA, "status", null, 6, "");
        var until = Instant.parse("2026-03-01T10:15:00Z");
        var hours = new WeeklyHours("Asia/Tokyo", List.of(1, 2), "09:00", "17:30");
        var full = new UserStatus(
                ADA, 5, "Lunch", "\ud83c\udf5c", until, until.plusSeconds(60), true, "Europe/Stockholm", hours);
        var none = new UserStatus(ADA, 6, null, null, null, null, false, null, null);
        var rebuild = new SearchNotice.Rebuild(ADA);
        var index = new SearchNotice.Index("chat-1:9080", null, until, 5, 2, 1);
        var building = new SearchNotice.Index("chat-1:9080", "The search index is being built.", null, 0, 0, 0);
        return Stream.of(
                codec(stored, stored.toRecord(), StoredOffset::read, "chat_stored", "stored", "3", """
                        {"partition":3,"topicId":"topic","epoch":2,"nextOffset":41}"""),
                codec(receipt, receipt.toRecord(2), ReadReceipt::read, "chat_receipts", "receipt", "7", """
                        {"conv":7,"user":1,"pos":41,"session":"a/b"}"""),
                codec(back, back.toRecord(2), ReadReceipt::read, "chat_receipts", "receipt", "7", """
                        {"conv":7,"user":1,"pos":41,"session":"a/b","kind":"unread","end":50}"""),
                codec(member, member.toRecord(2), MembershipState::read, "chat_members", "member", "7:1", """
                        {"conv":7,"user":1,"version":5,"role":"owner"}"""),
                codec(gone, gone.toRecord(2), MembershipState::read, "chat_members", "member", "7:1", """
                        {"conv":7,"user":1,"version":6}"""),
                codec(user, user.toRecord(2), UserState::read, "chat_users", "user", "1", """
                        {"user":1,"username":"ada","displayName":"Ada Lovelace","state":"active","version":3}"""),
                codec(joining, joining.toRecord(2), MembershipState::read, "chat_members", "member", "7:1", """
                        {"conv":7,"user":1,"version":7,"role":"member","joined":7}"""),
                codec(joined, joined.toRecord(2), MembershipState::read, "chat_members", "member", "7:1", """
                        {"conv":7,"user":1,"version":8,"role":"moderator","joined":7,"joinedPos":41}"""),
                codec(plain, plain.toRecord(2), GroupState::read, "chat_conversations", "conversation", "7", """
                        {"conv":7,"version":1}"""),
                codec(group, group.toRecord(2), GroupState::read, "chat_conversations", "conversation", "7", """
                        {"conv":7,"version":2,"title":"Boilers","topic":"Pumps","visibility":"public",\
                        "posting":"moderators","archived":true,"history":"joined"}"""),
                codec(block, block.toRecord(2), BlockState::read, "chat_blocks", "block", "1:2", """
                        {"user":1,"blocked":2,"holds":false,"version":9}"""),
                codec(present, present.toRecord(2), PresenceReport::read, "chat_presence", "presence", "node", """
                        {"users":[9,1]}"""),
                codec(empty, empty.toRecord(2), PresenceReport::read, "chat_presence", "presence", "node", """
                        {"users":[]}"""),
                codec(idle, idle.toRecord(2), PresenceReport::read, "chat_presence", "presence", "node", """
                        {"users":[1],"idle":[1]}"""),
                codec(full, full.toRecord(2), UserStatus::read, "chat_statuses", "status", "1", """
                        {"user":1,"version":5,"text":"Lunch","emoji":"\ud83c\udf5c","until":"2026-03-01T10:15:00Z",\
                        "dndUntil":"2026-03-01T10:16:00Z","hidesLastSeen":true,"zone":"Europe/Stockholm",\
                        "hours":{"zone":"Asia/Tokyo","days":[1,2],"from":"09:00","to":"17:30"}}"""),
                codec(none, none.toRecord(2), UserStatus::read, "chat_statuses", "status", "1", """
                        {"user":1,"version":6}"""),
                codec(draft, draft.toRecord(2), Signal::read, "chat_signals", "own", "user:1", """
                        {"kind":"own","user":1,"what":"draft","conv":7,"version":5,"client":"laptop"}"""),
                codec(status, status.toRecord(2), Signal::read, "chat_signals", "own", "user:1", """
                        {"kind":"own","user":1,"what":"status","version":6,"client":""}"""),
                codec(typing, typing.toRecord(2), Signal::read, "chat_signals", "typing", "7", """
                        {"user":1,"session":"a/b","kind":"typing","conv":7}"""),
                codec(renamed, renamed.toRecord(2), Signal::read, "chat_signals", "renamed", "7", """
                        {"kind":"renamed","conv":7}"""),
                codec(rebuild, rebuild.toRecord(2), SearchNotice::read, "chat_search", "rebuild", "rebuild", """
                        {"kind":"rebuild","user":1}"""),
                codec(index, index.toRecord(2), SearchNotice::read, "chat_search", "index", "node:chat-1:9080", """
                        {"kind":"index","node":"chat-1:9080","builtAt":"2026-03-01T10:15:00Z",\
                        "documents":5,"missing":2,"lagSeconds":1}"""),
                codec(
                        building,
                        building.toRecord(2),
                        SearchNotice::read,
                        "chat_search",
                        "index",
                        "node:chat-1:9080",
                        """
                        {"kind":"index","node":"chat-1:9080","reason":"The search index is being built.",\
                        "documents":0,"missing":0,"lagSeconds":0}"""));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_written_in_the_agreed_form_and_read_back(
            Object value,
            ProducerRecord<String, String> written,
            Function<ConsumerRecord<String, String>, Object> reader,
            String topic,
            String type,
            String key,
            String text) {
        assertThat(written.value()).isEqualTo(text);
        assertHead(written, topic, type, key);
        assertThat(reader.apply(record(key, written.value()))).isEqualTo(value);
    }

    private static void assertHead(ProducerRecord<String, String> written, String topic, String type, String key) {
        assertThat(written.topic()).isEqualTo(topic);
        assertThat(written.key()).isEqualTo(key);
        assertThat(written.headers().lastHeader("type").value()).asString().isEqualTo(type);
        assertThat(written.headers().lastHeader("version").value()).asString().isEqualTo("1");
        assertThat(written.headers().lastHeader("epoch").value()).asString().isEqualTo("2");
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_of_another_form_is_unreadable(
            Object value,
            ProducerRecord<String, String> written,
            Function<ConsumerRecord<String, String>, Object> reader) {
        for (var wrong : new String[] {null, "", "{}", "[]", "null", "7", written.value() + "{"}) {
            assertThatExceptionOfType(UnreadableRecord.class).as(wrong).isThrownBy(() -> reader.apply(record(wrong)));
        }
    }

    @Test
    void a_revocation_is_the_expiry_of_its_token_under_the_session_s_key() {
        var revocation = new SessionRevocation("session", Instant.parse("2026-03-01T10:15:00.5Z"));
        var written = revocation.toRecord(2);
        assertThat(written.value()).isEqualTo("2026-03-01T10:15:00.500Z");
        assertHead(written, "chat_sessions", "session", "session");
        assertThat(SessionRevocation.read(record("session", written.value()))).isEqualTo(revocation);
    }

    @Test
    void a_tombstone_of_a_revocation_has_no_value() {
        var written = SessionRevocation.tombstone("session").toRecord(2);
        assertThat(written.value()).isNull();
        assertHead(written, "chat_sessions", "session", "session");
        assertThat(SessionRevocation.read(record("session", null))).isEqualTo(SessionRevocation.tombstone("session"));
    }

    @Test
    void the_end_of_a_user_s_sessions_is_read_by_earlier_versions_as_that_of_an_unknown_session() {
        var end = new UserSessionsRevocation(
                ADA, Instant.parse("2026-03-01T10:15:00.5Z"), "this one", Instant.parse("2026-03-01T22:15:00Z"));
        var written = end.toRecord(2);
        assertHead(written, "chat_sessions", "sessions", "user:1:1772360100500");
        var read = record(end.key(), written.value());
        written.headers().forEach(read.headers()::add);
        assertThat(UserSessionsRevocation.is(read)).isTrue();
        assertThat(UserSessionsRevocation.read(read)).isEqualTo(end);
        assertThat(SessionRevocation.read(read)).isEqualTo(new SessionRevocation(end.key(), end.expiresAt()));
        assertThat(UserSessionsRevocation.is(record("session", written.value())))
                .isFalse();
        assertThat(UserSessionsRevocation.is(record("user:1", null))).isFalse();
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> UserSessionsRevocation.read(record("user:1", written.value())));
    }

    @Test
    void a_status_is_the_same_to_others_whatever_its_version() {
        var one = new UserStatus(ADA, 1, "Lunch", null, null, null, false, null, null);
        assertThat(one.showsAs(new UserStatus(ADA, 2, "Lunch", null, null, null, false, null, null)))
                .isTrue();
        assertThat(one.showsAs(new UserStatus(ADA, 2, "Lunch", null, null, null, false, "Asia/Tokyo", null)))
                .isFalse();
        assertThat(one.showsAs(new UserStatus(ADA, 1, "Out", null, null, null, false, null, null)))
                .isFalse();
        assertThat(one.showsAs(null)).isFalse();
        assertThat(one.toString()).doesNotContain("Lunch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "7", "2026-03-01", "2026-03-01T10:15:00"})
    void a_revocation_whose_value_is_not_a_time_is_unreadable(String value) {
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> SessionRevocation.read(record(value)));
    }

    @Test
    void a_clock_tick_has_an_empty_value_under_its_node_s_key_in_partition_0() {
        var written = new ClockTick("node").toRecord(2);
        assertThat(written.value()).isEmpty();
        assertThat(written.partition()).isZero();
        assertHead(written, "chat_clock", "tick", "node");
    }

    @Test
    void a_record_that_is_identified_by_its_key_is_unreadable_without_one() {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> SessionRevocation.read(record(null, "2026-03-01T10:15:00Z")));
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> PresenceReport.read(record(null, "{\"users\":[]}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"conv\":7,\"kind\":\"other\"}",
                "{\"conv\":7,\"kind\":\"typing\",\"session\":\"a/b\"}",
                "{\"conv\":7,\"kind\":\"typing\",\"user\":1}",
                "{\"conv\":7,\"kind\":1}",
                "{\"kind\":\"own\",\"user\":1,\"version\":5}",
                "{\"kind\":\"renamed\"}"
            })
    void a_signal_of_unknown_kind_or_without_a_field_is_unreadable(String value) {
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> Signal.read(record(value)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "{\"conv\":7,\"user\":1}",
                "{\"conv\":7.0,\"user\":1,\"pos\":41}",
                "{\"conv\":7,\"user\":1,\"pos\":-1}",
                "{\"conv\":7,\"user\":1,\"pos\":9007199254740992}",
                "{\"conv\":7,\"user\":1,\"pos\":1e1000000000}",
                "{\"conv\":\"7\",\"user\":1,\"pos\":41}",
                "{\"conv\":7,\"conv\":8,\"user\":1,\"pos\":41}",
                "{\"conv\":7,\"user\":1,\"pos\":99999999999999999999}"
            })
    void numbers_are_plain_integers_in_range_and_keys_are_unique(String value) {
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> ReadReceipt.read(record(value)));
    }

    @Test
    void deep_nesting_is_unreadable() {
        var value = "{\"conv\":" + "[".repeat(50_000);
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> ReadReceipt.read(record(value)));
    }

    @Test
    void unknown_fields_are_ignored_and_the_session_is_optional() {
        assertThat(ReadReceipt.read(record("{\"conv\":7,\"user\":1,\"pos\":41,\"later\":true}")))
                .isEqualTo(ReadReceipt.read(CONVERSATION, ADA, new Position(41), ""));
    }

    private static Arguments codec(
            Object value,
            ProducerRecord<String, String> written,
            Function<ConsumerRecord<String, String>, Object> reader,
            String topic,
            String type,
            String key,
            String text) {
        return Arguments.of(value, written, reader, topic, type, key, text);
    }

    private static ConsumerRecord<String, String> record(String value) {
        return record("key", value);
    }

    private static ConsumerRecord<String, String> record(String key, String value) {
        return new ConsumerRecord<>("topic", 0, 1, key, value);
    }
}
