package parley.web.account.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How session tokens are signed and how long they are valid; the same on all nodes. */
@Dependent
public class TokenSettings {

    /**
     * PKCS#8 PEM files, or folders of them. The first key signs and all verify. A missing first key is created unless
     * {@code mayMakeKey} is false.
     */
    @Inject
    @ConfigProperty(name = "parley.token.keyFile")
    String keyFiles;

    @Inject
    @ConfigProperty(name = "parley.token.mayMakeKey", defaultValue = "true")
    boolean mayMakeKey;

    /** The installation that a token is issued for. */
    @Inject
    @ConfigProperty(name = "parley.token.audience", defaultValue = "parley")
    String audience;

    @Inject
    @ConfigProperty(name = "parley.token.lifetimeHours", defaultValue = "12")
    int lifetimeHours;

    SigningKeyRing keys() {
        // Not a List: MicroProfile Config would drop the backslashes of Windows paths.
        var places = Arrays.stream(keyFiles.split(","))
                .map(file -> Path.of(file.strip()).toAbsolutePath())
                .toList();
        return SigningKeyRing.load(places, mayMakeKey);
    }

    public String audience() {
        return audience;
    }

    public Duration lifetime() {
        return Duration.ofHours(lifetimeHours);
    }
}
