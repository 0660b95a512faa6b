package parley.web.presence;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import parley.domain.identity.UserId;
import parley.domain.json.StrictJson;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;
import parley.web.log.tail.TailReader;
import parley.web.log.topic.Feed;
import parley.web.log.topic.FeedJson;
import parley.web.node.ChatLog;
import parley.web.node.LogClock;
import parley.web.socket.frame.Frames;
import parley.web.socket.frame.Shapes;
import parley.web.socket.session.ClientSession;
import parley.web.socket.session.SessionRegistry;

/** Says who is connected here, hears it from the other nodes, and tells those who watch. */
@ApplicationScoped
public class Presence implements Feed {

    private static final long REPEAT_NANOS = 10_000_000_000L;

    @Inject
    @Channel("presence-out")
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    @Inject
    ChatLog log;

    @Inject
    LogClock clock;

    @Inject
    TailReader reader;

    @Inject
    SessionRegistry sessions;

    private final Online online = new Online();
    private Set<UserId> said = Set.of();
    private long saidNanos = System.nanoTime() - REPEAT_NANOS;

    /** Replaces the set that a socket watches; it is told of all of them now. */
    public void watch(ClientSession session, Set<UserId> users) {
        session.watch(users);
        tell(session, users);
    }

    /** Says who is here where that has changed or was not said for ten seconds, and tells of changes anywhere. */
    public synchronized void look() {
        var here = sessions.users();
        online.heard(log.origin(), here, System.nanoTime());
        boolean due = System.nanoTime() - saidNanos >= REPEAT_NANOS;
        if ((due || !here.equals(said)) && reader.isRecent()) say(here);
        var changed = online.changes(System.nanoTime(), clock.instant());
        if (changed.isEmpty()) return;
        sessions.greeted().forEach(session -> {
            var watched = new HashSet<>(session.watched());
            watched.retainAll(changed);
            if (!watched.isEmpty()) tell(session, watched);
        });
    }

    private void say(Set<UserId> here) {
        var users = Shapes.array();
        here.forEach(user -> users.add(user.value()));
        var value = Shapes.object().add("users", users).build().toString();
        var record = new ProducerRecord<>(Topics.PRESENCE, log.origin(), value);
        LogRecords.head(record.headers(), "presence", log.identity().epoch());
        emitter.send(record);
        said = here;
        saidNanos = System.nanoTime();
    }

    private void tell(ClientSession session, Collection<UserId> users) {
        session.send(Frames.presence(users, online::isOnline, online::lastSeen));
    }

    @Override
    public String topic() {
        return Topics.PRESENCE;
    }

    @Override
    public boolean whole() {
        return false;
    }

    @Override
    public void take(ConsumerRecord<String, String> record) {
        if (record.key() == null) throw new UnreadableRecord("it does not say which node it is of", null);
        if (record.key().equals(log.origin())) return;
        var users = new HashSet<UserId>();
        FeedJson.read(record)
                .getJsonArray("users")
                .forEach(user -> users.add(new UserId(StrictJson.integer("user", user))));
        online.heard(record.key(), users, System.nanoTime());
    }

    public boolean isAlive() {
        return !emitter.isCancelled();
    }

    /** So that nobody has to wait for the silence. */
    @PreDestroy
    void goes() {
        if (log.isConnected() && isAlive() && reader.isRecent()) say(Set.of());
    }
}
