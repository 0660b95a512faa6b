package parley.web.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/** So many sends at once for each user, and so many a second after that: a bucket that fills up again. */
@ApplicationScoped
public class RateLimiter {

    private static final double NANOS = 1e9;

    private record Bucket(double tokens, long nanos) {}

    private final Map<UserId, Bucket> buckets = new ConcurrentHashMap<>();

    @Inject
    Limits limits;

    /** @throws Refused {@code rate_limited}, with the time after which one more is let in */
    public void take(UserId user) {
        long now = System.nanoTime();
        var refused = new Duration[1];
        buckets.compute(user, (u, bucket) -> {
            double tokens = bucket == null ? limits.sendsBurst() : filled(bucket, now);
            if (tokens >= 1) return new Bucket(tokens - 1, now);
            refused[0] = Duration.ofMillis((long) Math.ceil((1 - tokens) / limits.sendsPerSecond() * 1000));
            return new Bucket(tokens, now);
        });
        if (refused[0] != null) throw Refused.retryLater(Refusal.RATE_LIMITED, "Too many sends at once.", refused[0]);
    }

    private double filled(Bucket bucket, long now) {
        return Math.min(limits.sendsBurst(), bucket.tokens + (now - bucket.nanos) / NANOS * limits.sendsPerSecond());
    }

    /** Lets go of the buckets that are full. */
    public void forgetFull() {
        long now = System.nanoTime();
        buckets.values().removeIf(bucket -> filled(bucket, now) >= limits.sendsBurst());
    }
}
