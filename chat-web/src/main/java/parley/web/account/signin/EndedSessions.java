package parley.web.account.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
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

/** The sessions that were signed out before their tokens expire, as all nodes know them from {@code chat_sessions}. */
@ApplicationScoped
public class EndedSessions implements Feed {

    private static final String SIGNED_OUT = "signed out";
    private static final String EXPIRED = "token expired";

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

    private final Map<String, Instant> expiryBySession = new ConcurrentHashMap<>();
    private final Tombstones tombstones =
            new Tombstones(() -> ThreadLocalRandom.current().nextLong());

    /** Done when the end is in the log: it is known here at once, and elsewhere as soon as it is read. */
    public CompletionStage<Void> end(String session, Instant expiresAt) {
        var record = new ProducerRecord<>(Topics.SESSIONS, session, expiresAt.toString());
        LogRecords.head(record.headers(), "session", log.identity().epoch());
        return emitter.send(record).thenRun(() -> {
            tombstones.ended(session, expiresAt, true);
            ended(session, expiresAt);
        });
    }

    boolean has(String session) {
        return expiryBySession.containsKey(session);
    }

    /** Closes a socket whose sign-in has ended or expired. @return whether it was so */
    public boolean close(ClientSession socket) {
        if (has(socket.signIn())) socket.close(CloseCodes.VIOLATED_POLICY, SIGNED_OUT);
        else if (clock.isSet() && socket.expiresAt().isBefore(clock.instant()))
            socket.close(CloseCodes.VIOLATED_POLICY, EXPIRED);
        else return false;
        return true;
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
        if (record.value() == null) {
            tombstones.written(record.key());
            return;
        }
        var expiresAt = Instant.parse(record.value());
        tombstones.ended(record.key(), expiresAt, false);
        ended(record.key(), expiresAt);
    }

    private void ended(String session, Instant expiresAt) {
        if (expiresAt.isBefore(clock.instant())) return;
        expiryBySession.put(session, expiresAt);
        sessions.all()
                .filter(socket -> socket.signIn().equals(session))
                .forEach(socket -> socket.close(CloseCodes.VIOLATED_POLICY, SIGNED_OUT));
    }

    /** Closes the sockets whose token has expired, and forgets the ends of tokens that have; every second. */
    public void expire() {
        if (!clock.isSet()) return;
        var now = clock.instant();
        expiryBySession.values().removeIf(expiry -> expiry.isBefore(now));
        for (var session : tombstones.take(now)) {
            var tombstone = new ProducerRecord<String, String>(Topics.SESSIONS, session, null);
            LogRecords.head(tombstone.headers(), "session", log.identity().epoch());
            emitter.send(tombstone);
        }
        sessions.all()
                .filter(socket -> socket.expiresAt().isBefore(now))
                .forEach(socket -> socket.close(CloseCodes.VIOLATED_POLICY, EXPIRED));
    }

    public boolean isAlive() {
        return !emitter.isCancelled();
    }
}
