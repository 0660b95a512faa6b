package parley.web.account.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Decides when this node deletes ended sessions from the compacted topic. It deletes those that it wrote itself when
 * the token has expired, and those of other nodes one to two hours later if they are still there.
 */
final class RevocationCleanup {

    private static final Duration OURS_WITHIN = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofHours(1);
    private static final int MAX_PER_RUN = 100;

    private final RandomGenerator random;
    private final Map<String, Instant> due = new ConcurrentHashMap<>();

    RevocationCleanup(RandomGenerator random) {
        this.random = random;
    }

    /** @param ours whether this node wrote the end of the session */
    void ended(String session, Instant expiresAt, boolean ours) {
        var at = ours
                ? expiresAt.plus(within(OURS_WITHIN))
                : expiresAt.plus(GRACE).plus(within(GRACE));
        due.merge(session, at, (known, also) -> known.isBefore(also) ? known : also);
    }

    /** Called when another node has written the tombstone. */
    void written(String session) {
        due.remove(session);
    }

    /** The sessions to delete now; each is returned once. */
    List<String> take(Instant now) {
        var taken = due.entrySet().stream()
                .filter(end -> end.getValue().isBefore(now))
                .limit(MAX_PER_RUN)
                .map(Map.Entry::getKey)
                .toList();
        taken.forEach(due::remove);
        return taken;
    }

    private Duration within(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis()));
    }
}
