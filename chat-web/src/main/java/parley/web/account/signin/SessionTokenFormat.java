package parley.web.account.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;

/**
 * Session tokens: JWTs (RFC 7519) signed with RS256, which is fast to verify, and validated according to RFC 8725.
 * Their type keeps other tokens signed with the same key from being accepted as sessions.
 */
final class SessionTokenFormat {

    static final JOSEObjectType TYPE = new JOSEObjectType("parley-session+jwt");
    static final String ISSUER = "parley";
    private static final String DISPLAY_NAME = "name";
    private static final String USERNAME = "preferred_username";
    /** When the session began, in milliseconds; {@code iat} has seconds. Absent in tokens of earlier versions. */
    private static final String BEGUN = "begun_ms";

    private static final int MAX_CHARACTERS = 8_192;
    /** The maximum difference between the clocks of two nodes. */
    private static final Duration LEEWAY = Duration.ofSeconds(10);

    private final SigningKeyRing keys;
    private final String audience;

    SessionTokenFormat(SigningKeyRing keys, String audience) {
        this.keys = keys;
        this.audience = audience;
    }

    /** @param now the session's {@code issuedAt}, or later if its token is issued again */
    String write(SessionClaims session, Instant now) {
        var key = keys.signing();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(audience)
                .subject(session.person().id().toString())
                .claim(USERNAME, session.person().username())
                .claim(DISPLAY_NAME, session.person().displayName())
                .jwtID(session.id())
                .claim(BEGUN, session.issuedAt().toEpochMilli())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(session.expiresAt()))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(TYPE)
                        .keyID(key.id())
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(key.secret()));
        } catch (JOSEException failed) {
            throw new IllegalStateException("A token could not be signed.", failed);
        }
        return token.serialize();
    }

    /** Empty unless it is a session token of this installation that is valid at {@code now}. */
    Optional<SessionClaims> read(String text, Instant now) {
        if (text.length() > MAX_CHARACTERS) return Optional.empty();
        try {
            var token = SignedJWT.parse(text);
            if (!keys.isSigned(token, TYPE)) return Optional.empty();
            var claims = token.getJWTClaimsSet();
            return isValid(claims, now) ? Optional.of(session(claims)) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }

    private boolean isValid(JWTClaimsSet claims, Instant now) {
        if (claims.getSubject() == null || claims.getJWTID() == null) return false;
        if (!ISSUER.equals(claims.getIssuer()) || !List.of(audience).equals(claims.getAudience())) return false;
        var latest = now.plus(LEEWAY);
        return begun(claims.getIssueTime(), latest)
                && begun(claims.getNotBeforeTime(), latest)
                && claims.getExpirationTime() != null
                && now.isBefore(claims.getExpirationTime().toInstant());
    }

    private static boolean begun(Date time, Instant latest) {
        return time != null && !time.toInstant().isAfter(latest);
    }

    private static Instant begun(JWTClaimsSet claims) throws ParseException {
        var millis = claims.getLongClaim(BEGUN);
        return millis == null ? claims.getIssueTime().toInstant() : Instant.ofEpochMilli(millis);
    }

    private static SessionClaims session(JWTClaimsSet claims) throws ParseException {
        var username = claims.getStringClaim(USERNAME);
        var displayName = claims.getStringClaim(DISPLAY_NAME);
        if (username == null || displayName == null) throw new ParseException("a claim is missing", 0);
        return new SessionClaims(
                new UserProfile(UserId.parse(claims.getSubject()), username, displayName),
                claims.getJWTID(),
                begun(claims),
                claims.getExpirationTime().toInstant());
    }
}
