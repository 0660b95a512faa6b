package parley.web.socket.session;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.domain.identity.UserId;

/** Sockets by user; a user may have many. */
final class SessionsByUser {

    private final Map<UserId, Set<ClientSession>> byUser = new ConcurrentHashMap<>();

    /**
     * @param may receives the user's other sockets, which do not change while it decides
     * @return the result of {@code may}
     */
    boolean add(ClientSession session, Predicate<Set<ClientSession>> may) {
        var added = new boolean[1];
        byUser.compute(session.user(), (user, others) -> {
            added[0] = may.test(others == null ? Set.of() : others);
            if (!added[0]) return others;
            var all = others == null ? ConcurrentHashMap.<ClientSession>newKeySet() : others;
            all.add(session);
            return all;
        });
        return added[0];
    }

    void remove(ClientSession session) {
        byUser.computeIfPresent(session.user(), (user, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }

    Collection<ClientSession> of(UserId user) {
        return byUser.getOrDefault(user, Set.of());
    }

    Set<UserId> users() {
        return Set.copyOf(byUser.keySet());
    }

    /** @param which receives all sockets of a user */
    Set<UserId> users(Predicate<Set<ClientSession>> which) {
        return byUser.entrySet().stream()
                .filter(user -> which.test(user.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    Stream<ClientSession> all() {
        return byUser.values().stream().flatMap(Set::stream);
    }
}
