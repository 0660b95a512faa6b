package parley.web.account.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import parley.domain.account.entity.Username;

/**
 * Invitations that allow one registration each. The token holds everything; the account stores its id, which is unique.
 */
@ApplicationScoped
public class Invitations {

    private static final String USERNAME = "preferred_username";

    @Inject
    PurposeTokens tokens;

    /** @param username null for any free username that is not reserved */
    public record Invitation(String id, Username username) {}

    public record Issued(String id, String token, Instant expiresAt) {}

    public Issued issue(Username username, Duration lifetime) {
        var id = UUID.randomUUID().toString();
        var claims = new JWTClaimsSet.Builder().jwtID(id);
        if (username != null) claims.claim(USERNAME, username.value());
        var signed = tokens.sign(PurposeTokens.Purpose.INVITATION, claims, lifetime);
        return new Issued(id, signed.text(), signed.expiresAt());
    }

    /** Empty if the token was not issued by this installation or has expired. */
    public Optional<Invitation> verify(String token) {
        return tokens.verify(PurposeTokens.Purpose.INVITATION, token).map(claims -> {
            try {
                var username = claims.getStringClaim(USERNAME);
                return new Invitation(claims.getJWTID(), username == null ? null : new Username(username));
            } catch (ParseException otherwise) {
                throw new IllegalStateException("A signed invitation has a username that is not a string.", otherwise);
            }
        });
    }
}
