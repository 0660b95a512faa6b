package parley.web.account.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.entity.AppUser;
import parley.domain.account.entity.UserProfile;
import parley.domain.account.entity.Username;
import parley.domain.refusal.Refused;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.rest.AuthenticatedUser;

/**
 * Tokens that the command line signs where it can read the signing key: whoever has the key can sign any session, so it
 * replaces the password of an operator. They are accepted from this machine only.
 */
@ApplicationScoped
class OperatorTokens {

    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    @Inject
    PurposeTokens tokens;

    @Inject
    TokenSettings settings;

    @Inject
    Operators operators;

    @Inject
    Accounts accounts;

    @Inject
    DatabaseGateway database;

    @Inject
    ClientAddress addresses;

    @Inject
    SecurityEvents events;

    /** So that each token, and not each request with it, is a security event. */
    private final Cache<String, Boolean> recorded = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    /**
     * Empty unless it was signed with a key of this installation for an operator who has an account.
     *
     * @throws Refused {@code unavailable} if the database does not answer
     */
    Optional<AuthenticatedUser> verify(String text, HttpServletRequest request) {
        return tokens.verify(PurposeTokens.Purpose.OPERATOR, text)
                .filter(claims -> addresses.isOfThisMachine(request))
                .filter(this::isComplete)
                .flatMap(claims ->
                        operator(claims.getSubject()).map(person -> caller(person, claims, addresses.of(request))));
    }

    private boolean isComplete(JWTClaimsSet claims) {
        return claims.getSubject() != null
                && claims.getJWTID() != null
                && claims.getIssueTime() != null
                && List.of(settings.audience()).equals(claims.getAudience());
    }

    private Optional<UserProfile> operator(String name) {
        try {
            var username = new Username(name);
            if (!operators.has(username)) return Optional.empty();
            return database.needed(() -> accounts.byUsername(username)).map(AppUser::person);
        } catch (IllegalArgumentException noUsername) {
            return Optional.empty();
        }
    }

    private AuthenticatedUser caller(UserProfile person, JWTClaimsSet claims, String address) {
        if (recorded.asMap().putIfAbsent(claims.getJWTID(), true) == null)
            events.record(SecurityEvent.of("operator_token").by(person).from(address));
        return new AuthenticatedUser(
                person,
                claims.getJWTID(),
                claims.getIssueTime().toInstant(),
                claims.getExpirationTime().toInstant());
    }
}
