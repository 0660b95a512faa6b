package parley.bench.log;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Direct conversations as {@code chat_members} holds them, of users that are nobody. */
public final class MembershipRecords {

    private static final String TOPIC = "chat_members";
    private static final long FIRST = 2_000_000_000L;

    private final LogClients clients;

    public MembershipRecords(LogClients clients) {
        this.clients = clients;
    }

    /** Makes so many conversations; each is two memberships. */
    public void append(int conversations) throws ExecutionException {
        var failed = new AtomicReference<Exception>();
        try (var producer = clients.producer()) {
            for (long conversation = FIRST; conversation < FIRST + conversations; conversation++) {
                producer.send(record(conversation, 2 * conversation), (place, refused) -> failed.compareAndSet(null, refused));
                producer.send(record(conversation, 2 * conversation + 1), (place, refused) -> failed.compareAndSet(null, refused));
            }
        }
        if (failed.get() != null) throw new ExecutionException("the log did not take a record", failed.get());
    }

    private static ProducerRecord<String, String> record(long conversation, long user) {
        var record = new ProducerRecord<>(TOPIC, conversation + ":" + user,
                "{\"conv\":%d,\"user\":%d,\"version\":1,\"role\":\"member\"}".formatted(conversation, user));
        MessageRecords.head(record, "member");
        return record;
    }
}
