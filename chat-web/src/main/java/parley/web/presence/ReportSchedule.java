package parley.web.presence;

import java.time.Duration;
import java.util.Set;
import parley.domain.identity.UserId;

/**
 * When a node reports its users to the others: immediately after a user connects or disconnects, with a delay if users
 * only became idle or active, and regularly otherwise. In a large installation users become idle or active all the time,
 * and a report lists all users of the node.
 */
final class ReportSchedule {

    static final Duration REPEAT = Duration.ofSeconds(10);
    static final Duration BETWEEN_IDLE = Duration.ofSeconds(2);

    private Set<UserId> users = Set.of();
    private Set<UserId> idle = Set.of();
    private long atNanos;

    ReportSchedule(long nowNanos) {
        atNanos = nowNanos - REPEAT.toNanos();
    }

    boolean isDue(Set<UserId> nowUsers, Set<UserId> nowIdle, long nowNanos) {
        long since = nowNanos - atNanos;
        if (since >= REPEAT.toNanos() || !nowUsers.equals(users)) return true;
        return since >= BETWEEN_IDLE.toNanos() && !nowIdle.equals(idle);
    }

    void reported(Set<UserId> newUsers, Set<UserId> newIdle, long nowNanos) {
        users = newUsers;
        idle = newIdle;
        atNanos = nowNanos;
    }
}
