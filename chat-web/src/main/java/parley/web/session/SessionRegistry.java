package parley.web.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import parley.domain.identity.UserId;

/** The sockets of this node that have said hello, by user; one user may have many. */
@ApplicationScoped
public class SessionRegistry {

    private final Map<UserId, Set<ClientSession>> byUser = new ConcurrentHashMap<>();

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

    public Stream<ClientSession> all() {
        return byUser.values().stream().flatMap(Set::stream);
    }
}
