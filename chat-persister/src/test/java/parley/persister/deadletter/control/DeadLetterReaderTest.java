package parley.persister.deadletter.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterReaderTest {

    @Test
    void a_dead_letter_is_restored_to_its_original_record() {
        var letter =
                letter("origin-partition", "7", "origin-offset", "99", "origin-timestamp", "1234", "type", "message");
        var original = DeadLetterReader.original(letter).orElseThrow();
        assertThat(original.topic()).isEqualTo("chat_messages");
        assertThat(original.partition()).isEqualTo(7);
        assertThat(original.offset()).isEqualTo(99);
        assertThat(original.timestamp()).isEqualTo(1234);
        assertThat(original.key()).isEqualTo("key");
        assertThat(original.value()).isEqualTo("value");
        assertThat(original.headers().lastHeader("type").value()).isEqualTo("message".getBytes(UTF_8));
    }

    @Test
    void a_record_without_an_origin_is_not_a_dead_letter() {
        assertThat(DeadLetterReader.original(letter("origin-partition", "7"))).isEmpty();
        assertThat(DeadLetterReader.original(letter("origin-partition", "7", "origin-offset", "x")))
                .isEmpty();
        assertThat(DeadLetterReader.original(letter("origin-partition", "4294967303", "origin-offset", "1")))
                .isEmpty();
        assertThat(DeadLetterReader.original(letter("origin-partition", "-1", "origin-offset", "1")))
                .isEmpty();
        assertThat(DeadLetterReader.original(letter("origin-partition", "7", "origin-offset", "-1")))
                .isEmpty();
        var nothing = letter("origin-partition", "7");
        nothing.headers().add("origin-offset", null);
        assertThat(DeadLetterReader.original(nothing)).isEmpty();
    }

    private static ConsumerRecord<String, String> letter(String... headers) {
        var letter = new ConsumerRecord<>("chat_messages_dlq", 3, 0, "key", "value");
        for (int i = 0; i < headers.length; i += 2) letter.headers().add(headers[i], headers[i + 1].getBytes(UTF_8));
        return letter;
    }
}
