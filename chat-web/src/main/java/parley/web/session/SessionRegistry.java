package parley.web.session;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import parley.domain.account.entity.Person;
import parley.domain.identity.UserId;
import parley.web.node.Threads;

/** The sockets of this node that have said hello, by user; one user may have many. */
@ApplicationScoped
public class SessionRegistry {

    @Inject
    SessionSettings settings;

    @Inject
    Threads threads;

    @Inject
    MetricRegistry registry;

    private final Map<UserId, Set<ClientSession>> byUser = new ConcurrentHashMap<>();

    private Counter slowCloses;

    @PostConstruct
    void register() {
        slowCloses = registry.counter("parley.slow.closes");
    }

    /** A socket of somebody who is signed in; it gets nothing before it is {@link #add added}. */
    public ClientSession open(Session socket, Person person, String signIn, Instant expiresAt) {
        return new ClientSession(socket, person, signIn, expiresAt, settings, slowCloses::inc, threads.virtual());
    }

    public void add(ClientSession session) {
        byUser.compute(session.user(), (user, sessions) -> {
            var all = sessions == null ? ConcurrentHashMap.<ClientSession>newKeySet() : sessions;
            all.add(session);
            return all;
        });
    }

    public void remove(ClientSession session) {
        byUser.computeIfPresent(session.user(), (user, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }

    public Collection<ClientSession> of(UserId user) {
        return byUser.getOrDefault(user, Set.of());
    }

    /** Closes those whose clients do not read. */
    public void look() {
        all().forEach(ClientSession::look);
    }

    /** Who has a socket here. */
    public Set<UserId> users() {
        return Set.copyOf(byUser.keySet());
    }

    public long size() {
        return all().count();
    }

    public Stream<ClientSession> all() {
        return byUser.values().stream().flatMap(Set::stream);
    }
}
