package parley.web.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How sessions are signed and how long they last: the same on all nodes. */
@Dependent
public class TokenSettings {

    /** A PKCS#8 PEM; made where it is not there, unless {@code mayMakeKey} is false. */
    @Inject
    @ConfigProperty(name = "parley.token.keyFile")
    String keyFile;

    @Inject
    @ConfigProperty(name = "parley.token.mayMakeKey", defaultValue = "true")
    boolean mayMakeKey;

    @Inject
    @ConfigProperty(name = "parley.token.lifetimeHours", defaultValue = "12")
    int lifetimeHours;

    public String keyFile() {
        return keyFile;
    }

    public boolean mayMakeKey() {
        return mayMakeKey;
    }

    public Duration lifetime() {
        return Duration.ofHours(lifetimeHours);
    }
}
