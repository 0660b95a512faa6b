package parley.web.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import parley.domain.account.entity.Person;
import parley.domain.identity.UserId;

/** The sockets of this node that have said hello, by user; one user may have many. */
@ApplicationScoped
public class SessionRegistry {

    @Inject
    SessionSettings settings;

    private final Map<UserId, Set<ClientSession>> byUser = new ConcurrentHashMap<>();

    private final LongAdder slowCloses = new LongAdder();

    /** A socket of somebody who is signed in; it gets nothing before it is {@link #add added}. */
    public ClientSession open(Session socket, Person person, String signIn, Instant expiresAt) {
        return new ClientSession(socket, person, signIn, expiresAt, settings, slowCloses::increment);
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

    /** Who has a socket here. */
    public Set<UserId> users() {
        return Set.copyOf(byUser.keySet());
    }

    public long size() {
        return all().count();
    }

    /** How many sockets were closed because their clients were too slow, since the start. */
    public long slowCloses() {
        return slowCloses.sum();
    }

    public Stream<ClientSession> all() {
        return byUser.values().stream().flatMap(Set::stream);
    }
}
