package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.ForgedToken;
import parley.cluster.client.Person;
import parley.cluster.server.TestCluster;

/** Tokens that are signed with the right key, but are no session tokens of this installation (RFC 8725). */
class TokenIT {

    private final TestCluster cluster = TestCluster.shared();
    private final Person ada = Person.register(cluster.one(), "ada");

    @Test
    void only_a_valid_session_token_of_this_installation_is_accepted() {
        assertThat(status(forged(token -> {}, ForgedToken::signed))).isEqualTo(200);
        long soon = Instant.now().getEpochSecond() + 600;
        Map<String, String> tokens = new TreeMap<>();
        tokens.put("other audience", forged(token -> token.claims.put("aud", "another"), ForgedToken::signed));
        tokens.put("no audience", forged(token -> token.claims.remove("aud"), ForgedToken::signed));
        tokens.put("other issuer", forged(token -> token.claims.put("iss", "another"), ForgedToken::signed));
        tokens.put("not valid yet", forged(token -> token.claims.put("nbf", soon), ForgedToken::signed));
        tokens.put("issued in the future", forged(token -> token.claims.put("iat", soon), ForgedToken::signed));
        tokens.put("expired", forged(token -> token.claims.put("exp", soon - 700), ForgedToken::signed));
        tokens.put("never expiring", forged(token -> token.claims.remove("exp"), ForgedToken::signed));
        tokens.put("of no account", forged(token -> token.claims.put("sub", "4503599627370495"), ForgedToken::signed));
        tokens.put("of no number", forged(token -> token.claims.put("sub", "ada"), ForgedToken::signed));
        tokens.put("no key named", forged(token -> token.header.remove("kid"), ForgedToken::signed));
        tokens.put("unknown key named", forged(token -> token.header.put("kid", "another"), ForgedToken::signed));
        tokens.put("no type", forged(token -> token.header.remove("typ"), ForgedToken::signed));
        tokens.put("other type", forged(token -> token.header.put("typ", "JWT"), ForgedToken::signed));
        tokens.put("not signed", forged(token -> token.header.put("alg", "none"), token -> token.unsigned() + "."));
        tokens.put(
                "HMAC with the public key",
                forged(token -> token.header.put("alg", "HS256"), ForgedToken::signedWithThePublicKey));
        tokens.forEach((what, token) -> assertThat(status(token)).as(what).isEqualTo(401));
    }

    private String forged(Consumer<ForgedToken> change, Function<ForgedToken, String> signing) {
        var token = new ForgedToken(ada, cluster.tokenKey());
        change.accept(token);
        return signing.apply(token);
    }

    private int status(String token) {
        return new Api(cluster.one(), token).get("/api/session").status();
    }
}
