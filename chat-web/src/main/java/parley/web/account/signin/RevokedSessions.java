package parley.web.account.signin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import parley.domain.identity.UserId;
import parley.log.codec.SessionRevocation;
import parley.log.codec.UserSessionsRevocation;
import parley.log.topic.Topics;
import parley.web.log.connection.LogConnection;
import parley.web.log.topic.ControlTopicListener;
import parley.web.log.topic.OutgoingChannel;
import parley.web.platform.clock.LogClock;
import parley.web.platform.runtime.ScheduledTask;

/** Ends sessions through {@code chat_sessions}. Every node reads the whole topic before it is ready. */
@ApplicationScoped
public class RevokedSessions implements ControlTopicListener, OutgoingChannel {

    private static final String CHANNEL = "sessions-out";

    /** No session has this id: ids are UUIDs. */
    private static final String NO_SESSION = "none";

    @Inject
    @Channel(CHANNEL)
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    @Inject
    LogConnection log;

    @Inject
    LogClock clock;

    @Inject
    Event<SessionEnded> onEnd;

    @Inject
    Event<UserSessionsEnded> onAllEnd;

    @Inject
    TokenSettings settings;

    private EndedSessionTable table;
    private EndedUserTable users;

    @PostConstruct
    void begin() {
        var tombstones = new RevocationCleanup(() -> ThreadLocalRandom.current().nextLong());
        table = new EndedSessionTable(clock, onEnd::fire, tombstones);
        users = new EndedUserTable(clock, onAllEnd::fire, tombstones);
    }

    /** Completes when the end is in the log. This node applies it at once, the others when they read it. */
    public CompletionStage<Void> end(String session, Instant expiresAt) {
        return send(new SessionRevocation(session, expiresAt)).thenRun(() -> table.ended(session, expiresAt));
    }

    /**
     * Ends all sessions of a user that began before now, except one. Completes as {@link #end}.
     *
     * @param except the session that goes on
     */
    public CompletionStage<Void> endOthers(UserId user, String except) {
        var now = clock.instant();
        var end = new UserSessionsRevocation(user, now, except, now.plus(settings.lifetime()));
        return emitter.send(end.toRecord(log.identity().epoch())).thenRun(() -> users.ended(end));
    }

    /** Ends all sessions of a user that began before now. Completes as {@link #end}. */
    public CompletionStage<Void> endAll(UserId user) {
        return endOthers(user, NO_SESSION);
    }

    private CompletionStage<Void> send(SessionRevocation revocation) {
        return emitter.send(revocation.toRecord(log.identity().epoch()));
    }

    /** @param begun when the session began */
    public boolean has(UserId user, String session, Instant begun) {
        return table.has(session) || users.has(user, session, begun);
    }

    @Override
    public String topic() {
        return Topics.SESSIONS;
    }

    @Override
    public boolean readsFromStart() {
        return true;
    }

    @Override
    public void take(ConsumerRecord<String, String> record) {
        if (UserSessionsRevocation.is(record)) users.take(UserSessionsRevocation.read(record));
        else table.take(SessionRevocation.read(record));
    }

    @Produces
    ScheduledTask cleanup() {
        return ScheduledTask.quick("ended sessions", Duration.ofSeconds(1), this::expire);
    }

    private void expire() {
        users.expire();
        table.expire().forEach(session -> send(SessionRevocation.tombstone(session)));
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
