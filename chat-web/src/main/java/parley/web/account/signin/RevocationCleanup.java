package parley.web.account.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Which ends of sessions this node takes out of the compacted topic, and when: those that it wrote, once the token has
 * expired; those of other nodes an hour or two later, where nobody has done it.
 */
final class RevocationCleanup {

    private static final Duration OURS_WITHIN = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofHours(1);
    private static final int MOST_AT_ONCE = 100;

    private final RandomGenerator random;
    private final Map<String, Instant> due = new ConcurrentHashMap<>();

    RevocationCleanup(RandomGenerator random) {
        this.random = random;
    }

    /** @param ours whether this node wrote its end */
    void ended(String session, Instant expiresAt, boolean ours) {
        var at = ours
                ? expiresAt.plus(within(OURS_WITHIN))
                : expiresAt.plus(GRACE).plus(within(GRACE));
        due.merge(session, at, (known, also) -> known.isBefore(also) ? known : also);
    }

    /** Another node has written its tombstone. */
    void written(String session) {
        due.remove(session);
    }

    /** Those to be taken out now, each once. */
    List<String> take(Instant now) {
        var taken = due.entrySet().stream()
                .filter(end -> end.getValue().isBefore(now))
                .limit(MOST_AT_ONCE)
                .map(Map.Entry::getKey)
                .toList();
        taken.forEach(due::remove);
        return taken;
    }

    private Duration within(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis()));
    }
}
