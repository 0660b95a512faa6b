package parley.web.socket.session;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.platform.runtime.NodeExecutors;
import parley.web.platform.runtime.ScheduledTask;
import parley.web.presence.ConnectedUsers;

/** The open sockets of this node, greeted or not. */
@ApplicationScoped
public class SessionRegistry implements ConnectedUsers {

    @Inject
    SessionSettings settings;

    @Inject
    NodeExecutors threads;

    @Inject
    MetricRegistry registry;

    private final SessionsByUser all = new SessionsByUser();
    private final SessionsByUser greeted = new SessionsByUser();
    private final AtomicInteger ungreeted = new AtomicInteger();
    private Counter slowCloses;

    private final ClientSession.Listener listener = new ClientSession.Listener() {
        @Override
        public void onEnded(ClientSession session, SessionState before) {
            if (before == SessionState.CONNECTED) ungreeted.decrementAndGet();
            greeted.remove(session);
        }

        @Override
        public void onTooSlow() {
            slowCloses.inc();
        }
    };

    @PostConstruct
    void register() {
        slowCloses = registry.counter("parley.slow.closes");
    }

    /**
     * Registers a socket of a signed-in user. It gets only answers until it is {@link #greet greeted}.
     *
     * @throws Refused {@code rate_limited} if there are too many
     */
    public ClientSession open(Session socket, UserProfile person, String signIn, Instant issuedAt, Instant expiresAt) {
        var session =
                new ClientSession(socket, person, signIn, issuedAt, expiresAt, settings, listener, threads.virtual());
        if (ungreeted.incrementAndGet() > settings.ungreeted()) refuse("too many sockets that have not said hello");
        if (!all.add(session, this::mayJoin)) refuse("too many sockets of this user");
        session.start();
        return session;
    }

    private void refuse(String why) {
        ungreeted.decrementAndGet();
        throw new Refused(Refusal.RATE_LIMITED, why);
    }

    private boolean mayJoin(Set<ClientSession> others) {
        return others.stream().filter(other -> !other.isClosed()).count() < settings.perUser()
                && others.stream().filter(ClientSession::isUngreeted).count() < settings.ungreetedPerUser();
    }

    /**
     * Starts live delivery to a session; call this while nothing is delivered.
     *
     * @param missed what it gets first, or null
     * @return false if it was greeted before, or is closed
     */
    public boolean greet(ClientSession session, ReplaySource missed) {
        // A thread that closes the session ends its state first, and removes it from the set afterwards.
        boolean done = greeted.add(session, others -> session.greet(missed));
        if (done) ungreeted.decrementAndGet();
        return done;
    }

    /** Called when its socket is closed. */
    public void remove(ClientSession session) {
        session.close(CloseCodes.NORMAL_CLOSURE, "");
        all.remove(session);
    }

    /** The greeted sessions of a user. */
    public Collection<ClientSession> of(UserId user) {
        return greeted.of(user);
    }

    @Produces
    ScheduledTask timeouts() {
        return ScheduledTask.quick("sockets", Duration.ofSeconds(1), this::closeTimedOut);
    }

    /** Closes the sockets whose clients do not read, or have not sent {@code hello} in time. */
    private void closeTimedOut() {
        long helloNanos = TimeUnit.MILLISECONDS.toNanos(settings.helloMillis());
        all().forEach(session -> {
            // The container may have closed it before it was added.
            if (!session.isOpen()) remove(session);
            else session.checkTimeouts(helloNanos);
        });
    }

    @Override
    public Set<UserId> users() {
        return greeted.users();
    }

    @Override
    public Set<UserId> idle() {
        return greeted.users(sockets -> sockets.stream().allMatch(ClientSession::isIdle));
    }

    @Override
    public boolean has(UserId user) {
        return !greeted.of(user).isEmpty();
    }

    @Override
    public boolean hasOtherClient(UserId user, String client) {
        return of(user).stream()
                .anyMatch(session -> client.isEmpty() || !session.client().equals(client));
    }

    public Stream<ClientSession> greeted() {
        return greeted.all();
    }

    /** All sessions, greeted or not, until their sockets are closed. */
    public Stream<ClientSession> all() {
        return all.all();
    }

    public long size() {
        return all().count();
    }

    public long ungreeted() {
        return ungreeted.get();
    }
}
