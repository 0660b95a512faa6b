package parley.web.account.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import parley.domain.account.entity.Username;
import parley.web.platform.digest.Sha256;
import parley.web.platform.path.InstallationPath;

/**
 * Cookies that mark a browser as having signed in with a username before. They prove no identity; they only give the
 * browser's sign-in attempts a limit of their own. The server stores nothing.
 */
@ApplicationScoped
public class DeviceCookies {

    public static final String COOKIE = "parley_device";
    /** The cookie is needed only at sign-in. */
    private static final String ADDRESS = "/api/session";

    public static final Duration LIFETIME = Duration.ofDays(365);

    @Inject
    PurposeTokens tokens;

    @Inject
    InstallationPath installation;

    public String path() {
        return installation.get().below(ADDRESS);
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    public String issue(String device, String username) {
        var claims = new JWTClaimsSet.Builder().jwtID(device).subject(digest(username));
        return tokens.sign(PurposeTokens.Purpose.DEVICE, claims, LIFETIME).text();
    }

    /** The device's id if {@code cookie} was issued by this installation for this username, else empty. */
    Optional<String> verify(String cookie, Username username) {
        return tokens.verify(PurposeTokens.Purpose.DEVICE, cookie)
                .filter(claims -> digest(username.value()).equals(claims.getSubject()))
                .map(JWTClaimsSet::getJWTID);
    }

    private static String digest(String username) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(username));
    }
}
