package parley.web.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import parley.domain.account.entity.Person;
import parley.domain.identity.UserId;
import parley.web.node.LogClock;

/** Signed tokens (RFC 7519, RS256: fast to verify) that name a user and a session. */
@ApplicationScoped
public class Tokens {

    private static final String ISSUER = "parley";
    private static final String DISPLAY_NAME = "name";
    private static final String USERNAME = "preferred_username";

    @Inject
    TokenSettings settings;

    @Inject
    LogClock clock;

    @Inject
    EndedSessions ended;

    private RSASSASigner signer;
    private RSASSAVerifier verifier;

    public record Token(String text, Instant expiresAt) {}

    @PostConstruct
    void load() {
        var key = SigningKey.load(settings);
        signer = new RSASSASigner(key.secret());
        verifier = new RSASSAVerifier(key.open());
    }

    public Token issue(Person person) {
        var now = clock.instant();
        var expires = now.plus(settings.lifetime());
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(person.id().toString())
                .claim(USERNAME, person.username())
                .claim(DISPLAY_NAME, person.displayName())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expires))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        try {
            token.sign(signer);
        } catch (JOSEException failed) {
            throw new IllegalStateException("A token could not be signed.", failed);
        }
        return new Token(token.serialize(), expires);
    }

    /** Empty where it is not ours, has expired or its session was ended. */
    Optional<SignedIn> verify(String text) {
        try {
            var token = SignedJWT.parse(text);
            if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm()) || !token.verify(verifier)) return Optional.empty();
            var claims = token.getJWTClaimsSet();
            var expires = claims.getExpirationTime().toInstant();
            boolean valid = ISSUER.equals(claims.getIssuer())
                    && clock.instant().isBefore(expires)
                    && !ended.has(claims.getJWTID());
            if (!valid) return Optional.empty();
            var person = new Person(
                    UserId.parse(claims.getSubject()),
                    claims.getStringClaim(USERNAME),
                    claims.getStringClaim(DISPLAY_NAME));
            return Optional.of(new SignedIn(person, claims.getJWTID(), expires));
        } catch (ParseException | JOSEException notAToken) {
            return Optional.empty();
        }
    }
}
