package parley.bench.limit;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import parley.bench.log.LogClients;

/** A topic like {@code chat_messages} that no process of the product reads. */
final class RawTopic implements AutoCloseable {

    static final String NAME = "bench_raw";

    private static final int PARTITIONS = 12;
    private static final Map<String, String> LIKE_MESSAGES = Map.of(
            "message.timestamp.type",
            "LogAppendTime",
            "cleanup.policy",
            "delete",
            "retention.ms",
            "-1",
            "retention.bytes",
            "-1",
            "unclean.leader.election.enable",
            "false");

    private final LogClients clients;

    private RawTopic(LogClients clients) {
        this.clients = clients;
    }

    static RawTopic made(String broker) throws Exception {
        var topic = new RawTopic(new LogClients(broker));
        try (var admin = Admin.create(topic.clients.settings())) {
            admin.createTopics(List.of(new NewTopic(NAME, PARTITIONS, (short) 1).configs(LIKE_MESSAGES)))
                    .all()
                    .get();
        }
        return topic;
    }

    LogClients clients() {
        return clients;
    }

    @Override
    public void close() throws Exception {
        try (var admin = Admin.create(clients.settings())) {
            admin.deleteTopics(List.of(NAME)).all().get();
        }
    }
}
