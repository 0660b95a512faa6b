package parley.log.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.log.record.UnreadableRecord;

/** What every codec of a control topic must hold, and the exact text that nodes of other versions write and read. */
class CodecContractTest {

    private static final ConversationId CONVERSATION = new ConversationId(7);
    private static final UserId ADA = new UserId(1);

    static Stream<Arguments> values() {
        var stored = new StoredOffset(3, "topic", 2, 41);
        var receipt = new ReadReceipt(CONVERSATION, ADA, new Position(41), "a/b");
        var member = new MembershipState(CONVERSATION, ADA, Role.OWNER, 5);
        var gone = new MembershipState(CONVERSATION, ADA, null, 6);
        return Stream.of(
                codec(stored, stored.toRecord(), StoredOffset::read, "3", """
                        {"partition":3,"topicId":"topic","epoch":2,"nextOffset":41}"""),
                codec(receipt, receipt.toRecord(2), ReadReceipt::read, "7", """
                        {"conv":7,"user":1,"pos":41,"session":"a/b"}"""),
                codec(member, member.toRecord(2), MembershipState::read, "7:1", """
                        {"conv":7,"user":1,"version":5,"role":"owner"}"""),
                codec(gone, gone.toRecord(2), MembershipState::read, "7:1", """
                        {"conv":7,"user":1,"version":6}"""));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_written_in_the_agreed_form_and_read_back(
            Object value,
            ProducerRecord<String, String> written,
            Function<ConsumerRecord<String, String>, Object> reader,
            String key,
            String text) {
        assertThat(written.key()).isEqualTo(key);
        assertThat(written.value()).isEqualTo(text);
        assertThat(written.headers().lastHeader("epoch").value()).asString().isEqualTo("2");
        assertThat(reader.apply(record(written.value()))).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("values")
    void what_is_no_value_of_the_topic_is_unreadable(
            Object value,
            ProducerRecord<String, String> written,
            Function<ConsumerRecord<String, String>, Object> reader) {
        for (var wrong : new String[] {null, "", "{}", "[]", "null", "7", written.value() + "{"}) {
            assertThatExceptionOfType(UnreadableRecord.class).as(wrong).isThrownBy(() -> reader.apply(record(wrong)));
        }
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
                .isEqualTo(new ReadReceipt(CONVERSATION, ADA, new Position(41), ""));
    }

    private static Arguments codec(
            Object value,
            ProducerRecord<String, String> written,
            Function<ConsumerRecord<String, String>, Object> reader,
            String key,
            String text) {
        return Arguments.of(value, written, reader, key, text);
    }

    private static ConsumerRecord<String, String> record(String value) {
        return new ConsumerRecord<>("topic", 0, 1, "key", value);
    }
}
