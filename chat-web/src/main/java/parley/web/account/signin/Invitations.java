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

/** What lets somebody register once. The token holds all there is to know; the account keeps its id, which is unique. */
@ApplicationScoped
public class Invitations {

    private static final String USERNAME = "preferred_username";

    @Inject
    PurposeTokens tokens;

    /** @param username null: any that is free and not reserved */
    public record Invitation(String id, Username username) {}

    public record Issued(String id, String token, Instant expiresAt) {}

    public Issued issue(Username username, Duration lifetime) {
        var id = UUID.randomUUID().toString();
        var claims = new JWTClaimsSet.Builder().jwtID(id);
        if (username != null) claims.claim(USERNAME, username.value());
        var signed = tokens.sign(PurposeTokens.Purpose.INVITATION, claims, lifetime);
        return new Issued(id, signed.text(), signed.expiresAt());
    }

    /** Empty where it is not ours or has expired. */
    public Optional<Invitation> verify(String token) {
        return tokens.verify(PurposeTokens.Purpose.INVITATION, token).map(claims -> {
            try {
                var username = claims.getStringClaim(USERNAME);
                return new Invitation(claims.getJWTID(), username == null ? null : new Username(username));
            } catch (ParseException otherwise) {
                throw new IllegalStateException("We signed an invitation whose username is no text.", otherwise);
            }
        });
    }
}
