package parley.web.account.signin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import parley.log.record.LogRecords;
import parley.log.topic.Topics;
import parley.web.log.topic.Feed;
import parley.web.node.ChatLog;
import parley.web.node.LogClock;
import parley.web.socket.session.ClientSession;
import parley.web.socket.session.SessionRegistry;

/** Ends sessions through {@code chat_sessions}, which every node reads whole before it is ready. */
@ApplicationScoped
public class EndedSessions implements Feed {

    @Inject
    @Channel("sessions-out")
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    @Inject
    ChatLog log;

    @Inject
    LogClock clock;

    @Inject
    SessionRegistry sessions;

    private EndedSessionTable table;

    @PostConstruct
    void begin() {
        var tombstones = new Tombstones(() -> ThreadLocalRandom.current().nextLong());
        table = new EndedSessionTable(clock, sessions::all, tombstones);
    }

    /** Completed when the end is in the log: it is known here at once, and elsewhere as soon as it is read. */
    public CompletionStage<Void> end(String session, Instant expiresAt) {
        return send(session, expiresAt.toString()).thenRun(() -> table.ended(session, expiresAt));
    }

    private CompletionStage<Void> send(String session, String value) {
        var record = new ProducerRecord<>(Topics.SESSIONS, session, value);
        LogRecords.head(record.headers(), "session", log.identity().epoch());
        return emitter.send(record);
    }

    boolean has(String session) {
        return table.has(session);
    }

    /** Closes a socket whose sign-in has ended or expired. @return whether it was so */
    public boolean close(ClientSession socket) {
        return table.close(socket);
    }

    @Override
    public String topic() {
        return Topics.SESSIONS;
    }

    @Override
    public boolean whole() {
        return true;
    }

    @Override
    public void take(ConsumerRecord<String, String> record) {
        table.take(record);
    }

    /** Closes the sockets whose token has expired, and removes ends that are no longer needed; every second. */
    public void expire() {
        table.expire().forEach(session -> send(session, null));
    }

    public boolean isAlive() {
        return !emitter.isCancelled();
    }
}
