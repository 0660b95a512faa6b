package parley.web.platform.limits;

import io.github.bucket4j.TimeMeter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import parley.domain.refusal.Refused;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;

/** The limits of this node. */
@ApplicationScoped
public class RateLimiter {

    @Inject
    LimitSettings settings;

    @Inject
    SecurityEvents events;

    private TokenBuckets limits;

    /** Creates this bean at startup, so that an invalid configuration fails the start and not the first request. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object started) {}

    @PostConstruct
    void begin() {
        limits = new TokenBuckets(settings::rate, settings.buckets(), TimeMeter.SYSTEM_NANOTIME, Runnable::run);
    }

    /** @throws Refused {@code rate_limited}, with the time until the next request is allowed */
    public void take(LimitKind limit, Object key) {
        take(limit, key, 1);
    }

    public void take(LimitKind limit, Object key, long cost) {
        var wait = limits.tryTake(limit, key, cost);
        if (wait != null) throw refused(limit, key, wait);
    }

    /** For callers that combine several limits. */
    public TokenBuckets limits() {
        return limits;
    }

    private Refused refused(LimitKind limit, Object key, Duration wait) {
        reportExceeded(limit, key);
        return TokenBuckets.refusal(limit, wait);
    }

    /** Records that a key reached a limit, at most once a minute. */
    public void reportExceeded(LimitKind limit, Object key) {
        var event =
                SecurityEvent.of("limit_exceeded").with("limit", limit.name()).with("key", key.toString());
        events.recordSampled(
                limit.name() + ' ' + key,
                limit.scope() == LimitKind.Scope.ADDRESS ? event.from(key.toString()) : event);
    }
}
