package parley.bench.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.cluster.client.Cids;

/** Records with the key, headers and value that a chat node writes. */
public final class LogRecords {

    /** 100 bytes that do not compress well. */
    public static final String BODY =
            "Could you have a look at the draft before noon? I moved the figures of the third quarter to page 17?";

    private static final byte[] ORIGIN = UUID.randomUUID().toString().getBytes(UTF_8);
    private static final long FIRST_CONVERSATION = 2_000_000_000L;

    private LogRecords() {}

    /** A new message, admitted now: it is not void if it is appended within a minute. */
    public static ProducerRecord<String, String> message(String topic, long conversation, long sender) {
        long now = System.currentTimeMillis();
        var value = "{\"conv\":" + conversation + ",\"cid\":\"" + Cids.at(now) + "\",\"from\":" + sender
                + ",\"body\":\"" + BODY + "\"}";
        var record = record(topic, Long.toString(conversation), value, "message");
        record.headers().add("admitted", bytes(Long.toString(now))).add("origin", ORIGIN);
        return record;
    }

    /** The memberships of this many direct conversations, two each, of users who do not exist. */
    public static Stream<ProducerRecord<String, String>> memberships(int conversations) {
        return LongStream.range(2 * FIRST_CONVERSATION, 2 * (FIRST_CONVERSATION + conversations))
                .mapToObj(user -> member(user / 2, user));
    }

    private static ProducerRecord<String, String> member(long conversation, long user) {
        var value = "{\"conv\":%d,\"user\":%d,\"version\":1,\"role\":\"member\"}".formatted(conversation, user);
        return record("chat_members", conversation + ":" + user, value, "member");
    }

    private static ProducerRecord<String, String> record(String topic, String key, String value, String type) {
        var record = new ProducerRecord<>(topic, key, value);
        record.headers().add("type", bytes(type)).add("version", bytes("1")).add("epoch", bytes("0"));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
