package parley.web.ops.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTest {

    private static final int PRESENT = 3;

    @Test
    void it_names_the_place_of_the_record() {
        var letter = DeadLetter.read(parked("2", "7", "1"), PRESENT).orElseThrow();
        assertThat(letter.partition()).isEqualTo(2);
        assertThat(letter.offset()).isEqualTo(7);
        assertThat(letter.epoch()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "8192", "9223372036854775807", "one", ""})
    void a_record_without_a_valid_epoch_was_parked_under_that_of_the_log(String epoch) {
        assertThat(DeadLetter.read(parked("2", "7", epoch), PRESENT)
                        .orElseThrow()
                        .epoch())
                .isEqualTo(PRESENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1099511627776", "seven", ""})
    void a_record_without_a_valid_place_is_not_listed(String offset) {
        assertThat(DeadLetter.read(parked("2", offset, "1"), PRESENT)).isEmpty();
    }

    private static ConsumerRecord<String, String> parked(String partition, String offset, String epoch) {
        var record = new ConsumerRecord<>("chat_messages_dlq", 2, 0, "12", "not a message");
        record.headers()
                .add("origin-partition", partition.getBytes(UTF_8))
                .add("origin-offset", offset.getBytes(UTF_8))
                .add("epoch", epoch.getBytes(UTF_8));
        return record;
    }
}
