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
 * One bucket for each kind of limit and each user, address, name, device or socket.
 *
 * <p>A bucket that has not been used for as long as it takes to fill is evicted, which changes nothing because a new
 * one is full, too. At most {@code most} buckets of a kind are kept. Above that, Caffeine (W-TinyLFU) evicts the least
 * frequently used ones. Buckets in frequent use stay, so nobody gets a full bucket by flooding the table with names or
 * addresses that are used once.
 */
public final class TokenBuckets {

    private final Map<LimitKind, Kind> kinds = new EnumMap<>(LimitKind.class);
    private final TimeMeter time;

    private record Kind(TokenRate rate, Cache<Object, Bucket> buckets) {}

    /** @param housekeeping runs Caffeine's maintenance after reads and writes */
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
     * @param key what the limit counts by: a user id, an address, a name
     * @param cost capped at the burst, so that more expensive requests are possible at all
     * @return null if allowed, otherwise the time until it would be
     */
    public Duration tryTake(LimitKind limit, Object key, long cost) {
        var kind = kinds.get(limit);
        var bucket = bucket(kind, key);
        long tokens = Math.clamp(cost, 1, kind.rate.burst());
        if (bucket.tryConsume(tokens)) return null;
        long nanos = bucket.estimateAbilityToConsume(tokens).getNanosToWaitForRefill();
        return Duration.ofMillis(Math.max(1, (nanos + 999_999) / 1_000_000));
    }

    /** @throws Refused {@code rate_limited}, with the time until the request would be allowed */
    public void take(LimitKind limit, Object key, long cost) {
        var wait = tryTake(limit, key, cost);
        if (wait != null) throw refusal(limit, wait);
    }

    /** Returns the token of an attempt that turned out to be harmless. */
    public void refund(LimitKind limit, Object key) {
        bucket(kinds.get(limit), key).addTokens(1);
    }

    public static Refused refusal(LimitKind limit, Duration wait) {
        return Refused.retryLater(Refusal.RATE_LIMITED, limit.refusal(), wait);
    }

    /** The number of buckets of a kind. */
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
