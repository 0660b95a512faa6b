package parley.web.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import parley.domain.identity.UserId;

/** Who is online according to all nodes, and when this node last saw the others. */
final class OnlineUsers {

    /** Three times the interval between two reports of a node, with a margin. */
    static final Duration SILENCE = Duration.ofSeconds(35);

    private static final int MAX_LAST_SEEN = 100_000;

    private record Word(Set<UserId> users, long nanos) {}

    private final Map<String, Word> byNode = new HashMap<>();
    private Set<UserId> online = Set.of();
    private final Map<UserId, Instant> lastSeen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UserId, Instant> eldest) {
            return size() > MAX_LAST_SEEN;
        }
    };

    /** A node reports the users that are connected to it. */
    synchronized void heard(String node, Set<UserId> users, long nowNanos) {
        byNode.put(node, new Word(Set.copyOf(users), nowNanos));
    }

    /** @return the users who came online or went offline since the last call */
    synchronized Set<UserId> changes(long nowNanos, Instant now) {
        byNode.values().removeIf(word -> nowNanos - word.nanos > SILENCE.toNanos());
        var current = new HashSet<UserId>();
        byNode.values().forEach(word -> current.addAll(word.users));
        var changed = new HashSet<>(current);
        changed.removeAll(online);
        for (var user : online) {
            if (current.contains(user)) continue;
            changed.add(user);
            lastSeen.remove(user);
            lastSeen.put(user, now);
        }
        online = Set.copyOf(current);
        return changed;
    }

    synchronized boolean isOnline(UserId user) {
        return online.contains(user);
    }

    /** Null if this node has not seen them go offline. */
    synchronized Instant lastSeen(UserId user) {
        return lastSeen.get(user);
    }
}
