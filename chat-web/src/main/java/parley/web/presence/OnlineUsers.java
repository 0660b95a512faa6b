package parley.web.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import parley.domain.identity.UserId;

/** Who is online by what the nodes have said, and when the others were last seen by this node. */
final class OnlineUsers {

    /** Three times as long as the pause between two words of a node, and a bit. */
    static final Duration SILENCE = Duration.ofSeconds(35);

    private static final int MOST_LAST_SEEN = 100_000;

    private record Word(Set<UserId> users, long nanos) {}

    private final Map<String, Word> byNode = new HashMap<>();
    private Set<UserId> online = Set.of();
    private final Map<UserId, Instant> lastSeen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UserId, Instant> eldest) {
            return size() > MOST_LAST_SEEN;
        }
    };

    /** A node says who is connected to it. */
    synchronized void heard(String node, Set<UserId> users, long nowNanos) {
        byNode.put(node, new Word(Set.copyOf(users), nowNanos));
    }

    /** @return who came or went since the last time */
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

    /** Null where this node has not seen them go. */
    synchronized Instant lastSeen(UserId user) {
        return lastSeen.get(user);
    }
}
