package parley.bench.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.cluster.client.Cids;

/** Messages as records of a topic, all from one origin. */
public final class MessageRecords {

    /** 100 bytes, as people write: no compression worth the name. */
    public static final String BODY =
            "Could you have a look at the draft before noon? I moved the figures of the third quarter to page 17?";

    private static final byte[] VERSION = "1".getBytes(UTF_8);
    private static final byte[] EPOCH = "0".getBytes(UTF_8);

    private final String topic;
    private final byte[] origin = UUID.randomUUID().toString().getBytes(UTF_8);

    public MessageRecords(String topic) {
        this.topic = topic;
    }

    /** The next message of {@code sender}; its partition is found from the key. */
    public ProducerRecord<String, String> next(long conversation, long sender) {
        long now = System.currentTimeMillis();
        var value = "{\"conv\":" + conversation + ",\"cid\":\"" + Cids.at(now) + "\",\"from\":" + sender
                + ",\"body\":\"" + BODY + "\"}";
        var record = new ProducerRecord<>(topic, Long.toString(conversation), value);
        head(record, "message");
        record.headers().add("admitted", Long.toString(now).getBytes(UTF_8)).add("origin", origin);
        return record;
    }

    static void head(ProducerRecord<?, ?> record, String type) {
        record.headers()
                .add("type", type.getBytes(UTF_8))
                .add("version", VERSION)
                .add("epoch", EPOCH);
    }
}
