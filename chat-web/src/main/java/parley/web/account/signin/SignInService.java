package parley.web.account.signin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.control.Passwords;
import parley.domain.account.entity.AppUser;
import parley.domain.account.entity.UserProfile;
import parley.domain.account.entity.Username;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.limits.RateLimiter;

/** Checks username and password: the limits first, then the account, then the hash. */
@ApplicationScoped
public class SignInService {

    private static final System.Logger LOG = System.getLogger(SignInService.class.getName());
    private static final String EVENT = "sign_in";

    @Inject
    DatabaseGateway database;

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    PasswordHashingPool hashing;

    @Inject
    DeviceCookies devices;

    @Inject
    LogClock clock;

    @Inject
    RateLimiter limiter;

    @Inject
    SecurityEvents events;

    private SignInLimits attempts;

    /** @param device the value of the device cookie, or null */
    public record Attempt(String username, String password, String address, String device) {

        @Override
        public String toString() {
            return "Attempt[" + address + "]";
        }
    }

    /**
     * @param device the id of the device; a new one if it had none for this username
     * @param begun when the session begins. It is before the account was read, so that a change of the password during
     *     the check ends this session too.
     */
    public record Success(UserProfile person, String device, Instant begun) {}

    @PostConstruct
    void begin() {
        attempts = new SignInLimits(limiter.limits(), limiter::reportExceeded);
    }

    /** @throws Refused {@code rate_limited}, {@code unauthenticated}, or {@code unavailable} while the account cannot be looked up */
    public Success check(Attempt attempt) {
        var name = username(attempt.username());
        var device = name.flatMap(valid -> devices.verify(attempt.device(), valid));
        try {
            var begun = clock.instant();
            var person = checked(attempt, name, device);
            events.record(event(attempt, "succeeded").by(person));
            return new Success(person, device.orElseGet(DeviceCookies::newId), begun);
        } catch (Refused refused) {
            var outcome = switch (refused.why()) {
                case UNAUTHENTICATED -> "failed";
                case RATE_LIMITED -> "throttled";
                default -> "unavailable";
            };
            recordFailure(attempt, outcome);
            throw refused;
        }
    }

    /**
     * Checks the password of a user who is signed in. Wrong passwords count like failed sign-ins.
     *
     * @return the account, with the hash that was verified
     * @throws Refused {@code forbidden} if the password is wrong; {@code rate_limited}, or {@code unavailable} while the
     *     account cannot be looked up
     */
    public AppUser confirm(UserProfile person, String password, String address) {
        var attempt = new Attempt(person.username(), password, address, null);
        try {
            return verified(attempt, username(person.username()), Optional.empty());
        } catch (Refused refused) {
            if (refused.why() != Refusal.UNAUTHENTICATED) throw refused;
            events.record(SecurityEvent.of("password_check")
                    .outcome("failed")
                    .by(person)
                    .from(address));
            throw new Refused(Refusal.FORBIDDEN, "The current password is wrong.");
        }
    }

    private UserProfile checked(Attempt attempt, Optional<Username> name, Optional<String> device) {
        return verified(attempt, name, device).person();
    }

    private AppUser verified(Attempt attempt, Optional<Username> name, Optional<String> device) {
        var reservation = attempts.reserve(name, device, attempt.address());
        Optional<AppUser> user;
        boolean right;
        try {
            user = name.flatMap(known -> database.needed(() -> accounts.byUsername(known)));
            right = hashing.run(() -> isRight(attempt.password(), user));
        } catch (RuntimeException unknown) {
            reservation.refund();
            throw unknown;
        }
        if (!right) throw new Refused(Refusal.UNAUTHENTICATED, "The username or the password is wrong.");
        reservation.refund();
        return user.orElseThrow();
    }

    /** Takes equally long if the username does not exist. */
    private boolean isRight(String password, Optional<AppUser> user) {
        if (user.isEmpty()) {
            passwords.verifyDummy(password);
            return false;
        }
        var hash = user.get().passwordHash();
        if (!passwords.verify(password, hash)) return false;
        if (passwords.isWeak(hash)) strengthen(user.get(), password);
        return true;
    }

    private void strengthen(AppUser user, String password) {
        try {
            var stronger = passwords.hashAgain(password);
            database.run(() -> accounts.replaceHash(user.id(), user.passwordHash(), stronger));
        } catch (RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The hash of user " + user.id() + " could not be upgraded; the next sign-in tries again.",
                    failed);
        }
    }

    /** Repeated outcomes of one address and username are recorded once a minute, except for wrong passwords. */
    private void recordFailure(Attempt attempt, String outcome) {
        var event = event(attempt, outcome).triedBy(attempt.username());
        if (outcome.equals("failed")) events.record(event);
        else
            events.recordSampled(
                    EVENT + outcome + attempt.address() + event.fields().get("username"), event);
    }

    private static SecurityEvent event(Attempt attempt, String outcome) {
        return SecurityEvent.of(EVENT).outcome(outcome).from(attempt.address());
    }

    private static Optional<Username> username(String typed) {
        try {
            return Optional.of(new Username(typed));
        } catch (IllegalArgumentException noUsername) {
            return Optional.empty();
        }
    }
}
