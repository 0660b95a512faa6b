package parley.web.account.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import parley.domain.account.entity.PublishedProfile;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;
import parley.log.codec.UserState;
import parley.log.topic.Topics;
import parley.web.log.connection.LogConnection;
import parley.web.log.topic.ControlTopicListener;
import parley.web.log.topic.OutgoingChannel;

/** All users as {@code chat_users} has them, so that names are known without the database. */
@ApplicationScoped
public class UserDirectory implements ControlTopicListener, OutgoingChannel, NameLookup {

    private static final String CHANNEL = "users-out";

    @Inject
    @Channel(CHANNEL)
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    @Inject
    LogConnection log;

    private final UserTable users = new UserTable();

    @Override
    public Optional<UserProfile> find(UserId id) {
        return users.find(id).map(PublishedProfile::profile);
    }

    @Override
    public Optional<UserId> findActive(String username) {
        return users.find(username)
                .filter(PublishedProfile::isActive)
                .map(user -> user.profile().id());
    }

    public int size() {
        return users.size();
    }

    CompletionStage<Void> publish(PublishedProfile user) {
        return emitter.send(new UserState(user).toRecord(log.identity().epoch()));
    }

    @Override
    public String topic() {
        return Topics.USERS;
    }

    @Override
    public boolean readsFromStart() {
        return true;
    }

    @Override
    public void take(ConsumerRecord<String, String> record) {
        if (record.value() == null) return;
        var read = UserState.read(record).user();
        var holds = users.put(read);
        // Compaction keeps the last record of a key, so the greater version has to be the last.
        if (holds.version() > read.version()) publish(holds);
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
