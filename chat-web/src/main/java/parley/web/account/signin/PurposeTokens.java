package parley.web.account.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import parley.web.platform.clock.LogClock;

/**
 * Signed tokens that are not session tokens. Each purpose has an issuer of its own, so that no token can be used for
 * another purpose (RFC 8725, section 3.8).
 */
@ApplicationScoped
class PurposeTokens {

    enum Purpose {
        DEVICE("parley-device"),
        INVITATION("parley-invitation"),
        OPERATOR("parley-operator");

        private final String issuer;
        private final JOSEObjectType type;

        Purpose(String issuer) {
            this.issuer = issuer;
            this.type = new JOSEObjectType(issuer + "+jwt");
        }
    }

    @Inject
    TokenSettings settings;

    @Inject
    LogClock clock;

    private SigningKeyRing keys;

    @PostConstruct
    void load() {
        keys = settings.keys();
    }

    record Signed(String text, java.time.Instant expiresAt) {}

    Signed sign(Purpose purpose, JWTClaimsSet.Builder claims, Duration lifetime) {
        var now = clock.instant();
        var expires = now.plus(lifetime);
        claims.issuer(purpose.issuer).issueTime(Date.from(now)).expirationTime(Date.from(expires));
        var key = keys.signing();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(purpose.type)
                .keyID(key.id())
                .build();
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(key.secret()));
        } catch (JOSEException failed) {
            throw new IllegalStateException("A token could not be signed.", failed);
        }
        return new Signed(token.serialize(), expires);
    }

    /** Empty if the token was not issued by this installation, has another purpose or has expired. */
    Optional<JWTClaimsSet> verify(Purpose purpose, String text) {
        if (text == null) return Optional.empty();
        try {
            var token = SignedJWT.parse(text);
            if (!keys.isSigned(token, purpose.type)) return Optional.empty();
            var claims = token.getJWTClaimsSet();
            boolean valid = purpose.issuer.equals(claims.getIssuer())
                    && claims.getExpirationTime() != null
                    && clock.instant().isBefore(claims.getExpirationTime().toInstant());
            return valid ? Optional.of(claims) : Optional.empty();
        } catch (ParseException | JOSEException notAToken) {
            return Optional.empty();
        }
    }
}
