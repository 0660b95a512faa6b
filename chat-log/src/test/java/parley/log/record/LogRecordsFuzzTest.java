package parley.log.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** {@code ./mvnw test -Pfuzz} generates inputs; without the profile the saved inputs are run. */
class LogRecordsFuzzTest {

    private static final List<String> HEADERS = List.of("type", "version", "epoch", "admitted", "origin");

    @DictionaryEntries({
        "message",
        "event",
        "1",
        "0",
        "1700000000000",
        "node",
        "{\"conv\":1,\"cid\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"from\":1,\"body\":\"x\",\"replyTo\":2}",
        "\"kind\":\"edited\",\"target\":1,",
        "\"kind\":\"revoked\",\"target\":1",
        "\"kind\":\"reaction\",\"emoji\":\"+\",\"on\":true",
        "\"kind\":\"member\",\"user\":1,\"version\":1,\"shown\":true,\"role\":\"owner\"",
        "null",
        "1e99",
        "9007199254740993",
        "[[[["
    })
    @FuzzTest(maxDuration = "1m")
    void any_record_is_readable_or_unreadable(FuzzedDataProvider data) {
        var headers = new RecordHeaders();
        for (var name : HEADERS) {
            if (data.consumeBoolean())
                headers.add(name, data.consumeBoolean() ? data.consumeString(24).getBytes(UTF_8) : null);
        }
        long offset = data.consumeLong();
        long timestamp = data.consumeLong();
        String key = data.consumeBoolean() ? data.consumeString(24) : null;
        String value = data.consumeBoolean() ? data.consumeRemainingAsString() : null;
        var record = new ConsumerRecord<>(
                "chat_messages",
                0,
                offset,
                timestamp,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty());
        try {
            var read = LogRecords.read(record);
            var again = LogCodec.decode(read.entry().type(), LogCodec.VERSION, LogCodec.encode(read.entry()));
            if (!again.equals(read.entry())) throw new AssertionError("another entry when written and read again");
            read.pos();
            read.isVoid();
        } catch (UnreadableRecord unreadable) {
            // Parked by the persister and skipped by the nodes.
        }
    }
}
