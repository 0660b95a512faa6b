package parley.web.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import parley.domain.identity.UserId;

/** Who is online or away according to all nodes, and when this node last saw the others. */
final class OnlineUsers {

    /** Three times the interval between two reports of a node, with a margin. */
    static final Duration SILENCE = Duration.ofSeconds(35);

    private static final int MAX_LAST_SEEN = 100_000;

    private record Report(Set<UserId> users, Set<UserId> idle, long nanos) {}

    private final Map<String, Report> byNode = new HashMap<>();
    /** Whether each user who is online is idle. */
    private Map<UserId, Boolean> online = Map.of();

    private final Map<UserId, Instant> lastSeen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UserId, Instant> eldest) {
            return size() > MAX_LAST_SEEN;
        }
    };

    /**
     * A node reports the users that are connected to it.
     *
     * @param idle the users whose sockets on that node are all idle
     */
    synchronized void heard(String node, Set<UserId> users, Set<UserId> idle, long nowNanos) {
        byNode.put(node, new Report(Set.copyOf(users), Set.copyOf(idle), nowNanos));
    }

    /** @return the users who came online, went offline, or left or came back to their devices since the last call */
    synchronized Set<UserId> changes(long nowNanos, Instant now) {
        byNode.values().removeIf(report -> nowNanos - report.nanos > SILENCE.toNanos());
        var current = new HashMap<UserId, Boolean>();
        // One device in use is enough, on whichever node.
        for (var report : byNode.values())
            report.users.forEach(user -> current.merge(user, report.idle.contains(user), Boolean::logicalAnd));
        var changed = new HashSet<UserId>();
        current.forEach((user, idle) -> {
            if (!idle.equals(online.get(user))) changed.add(user);
        });
        for (var user : online.keySet()) {
            if (current.containsKey(user)) continue;
            changed.add(user);
            lastSeen.remove(user);
            lastSeen.put(user, now);
        }
        online = Map.copyOf(current);
        return changed;
    }

    synchronized boolean isOnline(UserId user) {
        return online.containsKey(user);
    }

    synchronized boolean isIdle(UserId user) {
        return online.getOrDefault(user, false);
    }

    /** Null if this node has not seen them go offline. */
    synchronized Instant lastSeen(UserId user) {
        return lastSeen.get(user);
    }
}
