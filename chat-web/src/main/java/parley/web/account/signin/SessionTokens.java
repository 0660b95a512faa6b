package parley.web.account.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import parley.domain.account.entity.UserProfile;
import parley.web.platform.clock.LogClock;
import parley.web.platform.digest.Sha256;
import parley.web.platform.rest.AuthenticatedUser;

/** Issues session tokens and verifies them. */
@ApplicationScoped
public class SessionTokens {

    private static final int MAX_CACHED = 50_000;
    private static final Duration CACHED_FOR = Duration.ofMinutes(10);

    @Inject
    TokenSettings settings;

    @Inject
    LogClock clock;

    @Inject
    RevokedSessions ended;

    @Inject
    AccountExistenceCheck accounts;

    private SessionTokenFormat format;

    /**
     * Keyed by the token's hash. The signature is verified once; expiry, revocation and account are checked each time.
     */
    private final Cache<String, SessionClaims> verified = Caffeine.newBuilder()
            .maximumSize(MAX_CACHED)
            .expireAfterWrite(CACHED_FOR)
            .build();

    /** @param session the id of the session that the token names */
    public record Token(String text, String session, Instant expiresAt) {}

    @PostConstruct
    void load() {
        format = new SessionTokenFormat(settings.keys(), settings.audience());
    }

    /** @param begun when the session begins: before the account was read that the password was checked against */
    public Token issue(UserProfile person, Instant begun) {
        var session = new SessionClaims(person, UUID.randomUUID().toString(), begun, begun.plus(settings.lifetime()));
        accounts.exists(person.id());
        return new Token(format.write(session, clock.instant()), session.id(), session.expiresAt());
    }

    /** A token of the same session with another name in it. */
    public Token renamed(AuthenticatedUser caller, UserProfile person) {
        var session = new SessionClaims(person, caller.session(), caller.issuedAt(), caller.expiresAt());
        return new Token(format.write(session, clock.instant()), session.id(), session.expiresAt());
    }

    /**
     * Empty if the token was not issued by this installation, has expired, or its session or account no longer exists.
     */
    Optional<AuthenticatedUser> verify(String text) {
        var now = clock.instant();
        var hash = hash(text);
        var session = Optional.ofNullable(verified.getIfPresent(hash));
        if (session.isEmpty()) {
            session = format.read(text, now).map(claims -> claims.within(settings.lifetime()));
            session.ifPresent(claims -> verified.put(hash, claims));
        }
        return session.filter(claims -> now.isBefore(claims.expiresAt()))
                .filter(claims -> !ended.has(claims.person().id(), claims.id(), claims.issuedAt()))
                .filter(claims -> !accounts.isMissing(claims.person().id()))
                .map(claims ->
                        new AuthenticatedUser(claims.person(), claims.id(), claims.issuedAt(), claims.expiresAt()));
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Sha256.of(text));
    }
}
