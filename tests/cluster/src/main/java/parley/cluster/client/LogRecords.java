package parley.cluster.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.ProducerRecord;
import parley.cluster.server.Log;

/** Records of the log with the headers that chat nodes write, for tests that append to the log directly. */
public final class LogRecords {

    private LogRecords() {}

    public static ProducerRecord<String, String> message(long conversation, String cid, long sender, String body) {
        var value = Json.of("conv", conversation, "cid", cid, "from", sender, "body", body);
        return of(conversation, value.toString());
    }

    /** @param value anything; it need not be a message */
    public static ProducerRecord<String, String> of(long conversation, String value) {
        return withHeaders(new ProducerRecord<>(Log.MESSAGES, Long.toString(conversation), value));
    }

    /** With any key, in any partition. */
    public static ProducerRecord<String, String> at(int partition, String key, String value) {
        return withHeaders(new ProducerRecord<>(Log.MESSAGES, partition, key, value));
    }

    private static ProducerRecord<String, String> withHeaders(ProducerRecord<String, String> record) {
        record.headers()
                .add("type", "message".getBytes(UTF_8))
                .add("version", "1".getBytes(UTF_8))
                .add("epoch", "0".getBytes(UTF_8))
                .add("admitted", Long.toString(System.currentTimeMillis()).getBytes(UTF_8))
                .add("origin", "tests".getBytes(UTF_8));
        return record;
    }
}
