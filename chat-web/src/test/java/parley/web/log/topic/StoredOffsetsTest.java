package parley.web.log.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class StoredOffsetsTest {

    @Test
    void announcements_are_applied_and_invalid_records_change_nothing() {
        var offsets = new StoredOffsets();
        offsets.take(record("{\"partition\":3,\"topicId\":\"t\",\"epoch\":0,\"nextOffset\":41}"));
        offsets.take(record(null));
        for (var hostile : new String[] {
            "{\"partition\":3,\"topicId\":\"t\",\"epoch\":0,\"nextOffset\":1e99}",
            "{\"partition\":3.0,\"topicId\":\"t\",\"epoch\":0,\"nextOffset\":1}",
            "{\"partition\":4294967299,\"topicId\":\"t\",\"epoch\":0,\"nextOffset\":1}",
            "{\"partition\":3,\"topicId\":7,\"epoch\":0,\"nextOffset\":1}",
            "{}"
        }) {
            assertThatThrownBy(() -> offsets.take(record(hostile))).isInstanceOf(RuntimeException.class);
        }
        assertThat(offsets.nextOffset(3, 0)).isEqualTo(41);
    }

    private static ConsumerRecord<String, String> record(String value) {
        return new ConsumerRecord<>("chat_stored", 0, 1, "3", value);
    }
}
