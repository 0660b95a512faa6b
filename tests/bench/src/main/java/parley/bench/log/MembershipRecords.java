package parley.bench.log;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Memberships as records of {@code chat_members}. */
public final class MembershipRecords {

    private static final String TOPIC = "chat_members";
    private static final long FIRST = 2_000_000_000L;

    private MembershipRecords() {}

    /** So many direct conversations of users that are nobody; each is two memberships. */
    public static Stream<ProducerRecord<String, String>> direct(int conversations) {
        return LongStream.range(FIRST, FIRST + conversations)
                .boxed()
                .flatMap(conversation ->
                        Stream.of(member(conversation, 2 * conversation), member(conversation, 2 * conversation + 1)));
    }

    private static ProducerRecord<String, String> member(long conversation, long user) {
        var record = new ProducerRecord<>(
                TOPIC,
                conversation + ":" + user,
                "{\"conv\":%d,\"user\":%d,\"version\":1,\"role\":\"member\"}".formatted(conversation, user));
        MessageRecords.head(record, "member");
        return record;
    }
}
