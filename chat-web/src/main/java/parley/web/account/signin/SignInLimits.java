package parley.web.account.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import parley.domain.account.entity.Username;
import parley.web.platform.limits.LimitKind;
import parley.web.platform.limits.TokenBuckets;

/**
 * Limits password guessing. An attempt takes its tokens before the password is hashed and returns them if the password
 * was right. Concurrent attempts therefore cannot exceed the number of failures that are allowed.
 *
 * <p>A device that has signed in with this username before has a bucket of its own and does not count against name or
 * address, so strangers who guess passwords cannot lock it out (OWASP, "Slow Down Online Guessing Attacks with Device
 * Cookies").
 */
final class SignInLimits {

    private record Taken(LimitKind limit, Object key) {}

    private final TokenBuckets limits;
    private final BiConsumer<LimitKind, Object> whenExceeded;

    SignInLimits(TokenBuckets limits, BiConsumer<LimitKind, Object> whenExceeded) {
        this.limits = limits;
        this.whenExceeded = whenExceeded;
    }

    /** The tokens of an attempt until its outcome is known. */
    final class Reservation {

        private final List<Taken> taken;

        private Reservation(List<Taken> taken) {
            this.taken = taken;
        }

        /** Called if the password was right or could not be checked. */
        void refund() {
            taken.forEach(one -> limits.refund(one.limit, one.key));
        }
    }

    /**
     * @param name empty if the input cannot be a username; it is then not counted by name
     * @param device the id of a device that has signed in with this name before
     * @throws parley.domain.refusal.Refused {@code rate_limited}; no tokens are taken then
     */
    Reservation reserve(Optional<Username> name, Optional<String> device, String address) {
        if (device.isPresent()) return hold(List.of(new Taken(LimitKind.SIGN_IN_DEVICE, device.get())));
        require(LimitKind.SIGN_IN, address);
        var needed = new ArrayList<Taken>();
        needed.add(new Taken(LimitKind.SIGN_IN_FAILURE, address));
        name.ifPresent(valid -> needed.add(new Taken(LimitKind.SIGN_IN_NAME, valid.value())));
        return hold(needed);
    }

    private Reservation hold(List<Taken> needed) {
        var held = new ArrayList<Taken>();
        for (var one : needed) {
            var wait = limits.tryTake(one.limit, one.key, 1);
            if (wait != null) {
                new Reservation(held).refund();
                throw exceeded(one.limit, one.key, wait);
            }
            held.add(one);
        }
        return new Reservation(held);
    }

    private void require(LimitKind limit, Object key) {
        var wait = limits.tryTake(limit, key, 1);
        if (wait != null) throw exceeded(limit, key, wait);
    }

    private RuntimeException exceeded(LimitKind limit, Object key, Duration wait) {
        whenExceeded.accept(limit, key);
        return TokenBuckets.refusal(limit, wait);
    }
}
