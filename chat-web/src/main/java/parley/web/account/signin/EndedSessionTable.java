package parley.web.account.signin;

import jakarta.websocket.CloseReason.CloseCodes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.web.node.LogClock;
import parley.web.socket.session.ClientSession;

/** The sessions that were signed out before their tokens expire; their sockets are closed at once, on every node. */
final class EndedSessionTable {

    private static final String SIGNED_OUT = "signed out";
    private static final String EXPIRED = "token expired";

    private final LogClock clock;
    private final Supplier<Stream<ClientSession>> sockets;
    private final Tombstones tombstones;
    private final Map<String, Instant> expiryBySession = new ConcurrentHashMap<>();

    EndedSessionTable(LogClock clock, Supplier<Stream<ClientSession>> sockets, Tombstones tombstones) {
        this.clock = clock;
        this.sockets = sockets;
        this.tombstones = tombstones;
    }

    boolean has(String session) {
        return expiryBySession.containsKey(session);
    }

    /** This node wrote the end to the log. */
    void ended(String session, Instant expiresAt) {
        tombstones.ended(session, expiresAt, true);
        end(session, expiresAt);
    }

    /** @param record an end as a node wrote it, or its tombstone */
    void take(ConsumerRecord<String, String> record) {
        if (record.value() == null) {
            tombstones.written(record.key());
            return;
        }
        var expiresAt = Instant.parse(record.value());
        tombstones.ended(record.key(), expiresAt, false);
        end(record.key(), expiresAt);
    }

    private void end(String session, Instant expiresAt) {
        if (expiresAt.isBefore(clock.instant())) return;
        expiryBySession.put(session, expiresAt);
        sockets.get()
                .filter(socket -> socket.signIn().equals(session))
                .forEach(socket -> socket.close(CloseCodes.VIOLATED_POLICY, SIGNED_OUT));
    }

    /** Closes a socket whose sign-in has ended or expired. @return whether it was so */
    boolean close(ClientSession socket) {
        if (has(socket.signIn())) socket.close(CloseCodes.VIOLATED_POLICY, SIGNED_OUT);
        else if (clock.isSet() && socket.expiresAt().isBefore(clock.instant()))
            socket.close(CloseCodes.VIOLATED_POLICY, EXPIRED);
        else return false;
        return true;
    }

    /**
     * Closes the sockets whose token has expired, and forgets the ends of tokens that have.
     *
     * @return the sessions whose end is to be removed from the topic, each once
     */
    List<String> expire() {
        if (!clock.isSet()) return List.of();
        var now = clock.instant();
        expiryBySession.values().removeIf(expiry -> expiry.isBefore(now));
        sockets.get()
                .filter(socket -> socket.expiresAt().isBefore(now))
                .forEach(socket -> socket.close(CloseCodes.VIOLATED_POLICY, EXPIRED));
        return tombstones.take(now);
    }
}
