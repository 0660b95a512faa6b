package parley.web.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/**
 * A bucket for each kind of limit and each user, address, name, device or socket.
 *
 * <p>A bucket that was not used for as long as it takes to fill is forgotten, which changes nothing: a new one is full
 * too. At most {@code most} of a kind are kept. Above that Caffeine (W-TinyLFU) lets go of those that are used least
 * often; one that somebody uses again and again stays, so that nobody gets a full bucket by filling the table with
 * names or addresses that are used once.
 */
public final class TokenBuckets {

    private final Map<LimitKind, Kind> kinds = new EnumMap<>(LimitKind.class);
    private final TimeMeter time;

    private record Kind(TokenRate rate, Cache<Object, Bucket> buckets) {}

    /** @param housekeeping runs what Caffeine does after reads and writes */
    public TokenBuckets(Function<LimitKind, TokenRate> rates, int most, TimeMeter time, Executor housekeeping) {
        this.time = time;
        for (var limit : LimitKind.values()) {
            var rate = rates.apply(limit);
            Cache<Object, Bucket> buckets = Caffeine.newBuilder()
                    .maximumSize(most)
                    .expireAfterAccess(rate.untilFull())
                    .ticker(ticker(time))
                    .executor(housekeeping)
                    .build();
            kinds.put(limit, new Kind(rate, buckets));
        }
    }

    private static Ticker ticker(TimeMeter time) {
        return time::currentTimeNanos;
    }

    /**
     * @param key whom the limit counts by: a user id, an address, a name
     * @param cost at most the burst is taken, so that what costs more than that is possible at all
     * @return null where it is let in; else after which time it would be
     */
    public Duration tryTake(LimitKind limit, Object key, long cost) {
        var kind = kinds.get(limit);
        var bucket = bucket(kind, key);
        long tokens = Math.clamp(cost, 1, kind.rate.burst());
        if (bucket.tryConsume(tokens)) return null;
        long nanos = bucket.estimateAbilityToConsume(tokens).getNanosToWaitForRefill();
        return Duration.ofMillis(Math.max(1, (nanos + 999_999) / 1_000_000));
    }

    /** @throws Refused {@code rate_limited}, with the time after which it would be let in */
    public void take(LimitKind limit, Object key, long cost) {
        var wait = tryTake(limit, key, cost);
        if (wait != null) throw refusal(limit, wait);
    }

    /** Gives back what was taken for something that turned out to be harmless. */
    public void giveBack(LimitKind limit, Object key) {
        bucket(kinds.get(limit), key).addTokens(1);
    }

    public static Refused refusal(LimitKind limit, Duration wait) {
        return Refused.retryLater(Refusal.RATE_LIMITED, limit.refusal(), wait);
    }

    /** How many buckets of a kind are kept. */
    public long size(LimitKind limit) {
        var buckets = kinds.get(limit).buckets;
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(Kind kind, Object key) {
        var known = kind.buckets.getIfPresent(key);
        return known != null ? known : kind.buckets.get(key, one -> full(kind.rate));
    }

    private Bucket full(TokenRate rate) {
        var builder = Bucket.builder().withCustomTimePrecision(time);
        for (var part : rate.parts()) {
            builder.addLimit(limit -> limit.capacity(part.burst()).refillGreedy(part.tokens(), part.period()));
        }
        return builder.build();
    }
}
