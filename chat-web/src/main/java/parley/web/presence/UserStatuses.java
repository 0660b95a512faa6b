package parley.web.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import parley.domain.identity.UserId;
import parley.log.codec.UserStatus;
import parley.log.topic.Topics;
import parley.web.log.connection.LogConnection;
import parley.web.log.topic.ControlTopicListener;
import parley.web.log.topic.OutgoingChannel;

/** What users show others of their own state, on every node and without the database. */
@ApplicationScoped
public class UserStatuses implements ControlTopicListener, OutgoingChannel {

    private static final String CHANNEL = "statuses-out";

    @Inject
    @Channel(CHANNEL)
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    @Inject
    LogConnection log;

    private final StatusTable table = new StatusTable();

    /** Completes when the status is in the log. Every node shows it when it has read it. */
    public CompletionStage<Void> publish(UserStatus status) {
        return emitter.send(status.toRecord(log.identity().epoch()));
    }

    /** Null if the user has none. */
    public UserStatus of(UserId user) {
        return table.of(user);
    }

    Set<UserId> changes(Instant now) {
        return table.changes(now);
    }

    @Override
    public String topic() {
        return Topics.STATUSES;
    }

    @Override
    public boolean readsFromStart() {
        return true;
    }

    @Override
    public void take(ConsumerRecord<String, String> record) {
        if (record.value() == null) return;
        var given = UserStatus.read(record);
        var current = table.put(given);
        // Compaction keeps the last record of a key, so the greater version has to be the last.
        if (current.version() > given.version()) publish(current);
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public boolean isAlive() {
        return !emitter.isCancelled();
    }
}
