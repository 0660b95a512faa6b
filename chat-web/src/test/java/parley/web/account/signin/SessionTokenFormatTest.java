package parley.web.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;

class SessionTokenFormatTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final SessionClaims ADA =
            new SessionClaims(new UserProfile(new UserId(7), "ada", "Ada"), "session-1", NOW, NOW.plusSeconds(3_600));

    @TempDir
    static Path folder;

    private static SigningKeyRing keys;
    private static SessionTokenFormat format;

    @BeforeAll
    static void a_key() {
        keys = SigningKeyRing.load(List.of(folder.resolve("key.pem")), true);
        format = new SessionTokenFormat(keys, "parley");
    }

    @Test
    void a_token_is_accepted_until_it_expires() {
        var token = format.write(ADA, NOW);
        assertThat(format.read(token, NOW)).contains(ADA);
        assertThat(format.read(token, NOW.plusSeconds(3_599))).contains(ADA);
        assertThat(format.read(token, NOW.plusSeconds(3_600))).isEmpty();
    }

    @Test
    void a_missing_or_different_claim_is_refused() throws Exception {
        assertThat(format.read(signed(claims -> {}, header()), NOW)).contains(ADA);
        assertRefused(claims -> claims.audience("another"));
        assertRefused(claims -> claims.audience(List.of("parley", "another")));
        assertRefused(claims -> claims.audience((String) null));
        assertRefused(claims -> claims.issuer("another"));
        assertRefused(claims -> claims.issuer(null));
        assertRefused(claims -> claims.subject(null));
        assertRefused(claims -> claims.subject("ada"));
        assertRefused(claims -> claims.subject("-1"));
        assertRefused(claims -> claims.jwtID(null));
        assertRefused(claims -> claims.claim("name", null));
        assertRefused(claims -> claims.claim("preferred_username", 1));
        assertRefused(claims -> claims.expirationTime(null));
        assertRefused(claims -> claims.expirationTime(Date.from(NOW)));
        assertRefused(claims -> claims.notBeforeTime(null));
        assertRefused(claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(60))));
        assertRefused(claims -> claims.issueTime(null));
        assertRefused(claims -> claims.issueTime(Date.from(NOW.plusSeconds(60))));
    }

    @Test
    void a_different_type_key_or_algorithm_is_refused() throws Exception {
        var key = keys.signing();
        assertRefused(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.id()));
        assertRefused(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.id()).type(JOSEObjectType.JWT));
        assertRefused(new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.id())
                .type(new JOSEObjectType("parley-device+jwt")));
        assertRefused(new JWSHeader.Builder(JWSAlgorithm.RS256).type(SessionTokenFormat.TYPE));
        assertRefused(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("another").type(SessionTokenFormat.TYPE));
        assertRefused(new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(key.id()).type(SessionTokenFormat.TYPE));

        var stranger = SigningKeyRing.load(List.of(folder.resolve("stranger.pem")), true)
                .signing();
        assertThat(format.read(signed(claims(), header(), new RSASSASigner(stranger.secret())), NOW))
                .isEmpty();
        var byHmac = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.id()).type(SessionTokenFormat.TYPE);
        assertThat(format.read(signed(claims(), byHmac, new MACSigner(key.open().getEncoded())), NOW))
                .isEmpty();
        assertThat(format.read(new PlainJWT(claims().build()).serialize(), NOW)).isEmpty();
    }

    @Test
    void a_string_that_is_not_a_token_is_refused() {
        var token = format.write(ADA, NOW);
        for (var text : new String[] {
            "", ".", "..", "a.b.c", token + "x", token.substring(0, token.length() - 4), "x".repeat(100_000)
        }) {
            assertThat(format.read(text, NOW))
                    .as(text.substring(0, Math.min(20, text.length())))
                    .isEmpty();
        }
    }

    private static void assertRefused(Consumer<JWTClaimsSet.Builder> change) throws Exception {
        assertThat(format.read(signed(change, header()), NOW)).isEmpty();
    }

    private static void assertRefused(JWSHeader.Builder header) throws Exception {
        assertThat(format.read(signed(claims -> {}, header), NOW))
                .as(header.build().toString())
                .isEmpty();
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(keys.signing().id())
                .type(SessionTokenFormat.TYPE);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("parley")
                .audience("parley")
                .subject("7")
                .jwtID("session-1")
                .claim("preferred_username", "ada")
                .claim("name", "Ada")
                .issueTime(Date.from(NOW))
                .notBeforeTime(Date.from(NOW))
                .expirationTime(Date.from(ADA.expiresAt()));
    }

    private static String signed(Consumer<JWTClaimsSet.Builder> change, JWSHeader.Builder header) throws Exception {
        var claims = claims();
        change.accept(claims);
        return signed(claims, header, new RSASSASigner(keys.signing().secret()));
    }

    private static String signed(JWTClaimsSet.Builder claims, JWSHeader.Builder header, JWSSigner signer)
            throws Exception {
        var token = new SignedJWT(header.build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }
}
