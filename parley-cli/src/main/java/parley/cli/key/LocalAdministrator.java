package parley.cli.key;

import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import parley.cli.terminal.Json;

/**
 * Who can read the key can do what an operator can, without a password. Nodes accept these tokens from their own machine
 * only.
 *
 * @param audience the installation: {@code PARLEY_TOKEN_AUDIENCE}
 */
public record LocalAdministrator(InstallationKey key, String audience) {

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final Duration SIGNED_AGAIN_AFTER = Duration.ofMinutes(5);

    /** Always a valid token of this operator, however long the command takes. */
    public Supplier<String> as(String operator) {
        return new Supplier<>() {
            private Instant signed = Instant.MIN;
            private String token;

            @Override
            public synchronized String get() {
                var now = Instant.now();
                if (now.isAfter(signed.plus(SIGNED_AGAIN_AFTER))) {
                    signed = now;
                    token = key.sign(
                            "parley-operator+jwt",
                            claims("parley-operator", now)
                                    .add("aud", audience)
                                    .add("sub", operator)
                                    .build());
                }
                return token;
            }
        };
    }

    /** With which this name, also that of an operator, can be registered once. */
    public String invitation(String username) {
        return key.sign(
                "parley-invitation+jwt",
                claims("parley-invitation", Instant.now())
                        .add("preferred_username", username)
                        .build());
    }

    private static JsonObjectBuilder claims(String issuer, Instant now) {
        return Json.object()
                .add("iss", issuer)
                .add("jti", UUID.randomUUID().toString())
                .add("iat", now.getEpochSecond())
                .add("exp", now.plus(LIFETIME).getEpochSecond());
    }
}
