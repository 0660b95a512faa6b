package parley.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/** Slows down who guesses passwords: failed attempts of a name count, and are forgotten after a while. */
@ApplicationScoped
public class SignInThrottle {

    private static final int FREE_FAILURES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private record Failures(int count, long firstNanos) {}

    private final Map<String, Failures> byName = new ConcurrentHashMap<>();

    /** @throws Refused {@code rate_limited} after too many failures */
    public void require(String name) {
        var failures = byName.get(name);
        if (failures == null || failures.count < FREE_FAILURES) return;
        var left = WINDOW.minusNanos(System.nanoTime() - failures.firstNanos);
        if (left.isPositive()) {
            throw Refused.retryLater(Refusal.RATE_LIMITED, "Too many failed attempts to sign in; wait a little.", left);
        }
    }

    public void failed(String name) {
        long now = System.nanoTime();
        byName.merge(name, new Failures(1, now), (known, one) -> now - known.firstNanos > WINDOW.toNanos()
                ? one
                : new Failures(known.count + 1, known.firstNanos));
    }

    public void succeeded(String name) {
        byName.remove(name);
    }

    /** Lets go of what is too long ago to count. */
    public void forgetOld() {
        long now = System.nanoTime();
        byName.values().removeIf(failures -> now - failures.firstNanos > WINDOW.toNanos());
    }
}
