package parley.web.account.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import parley.domain.production.ProductionMode;
import parley.web.platform.path.InstallationPath;

/**
 * The cookie that holds a browser's token. Over TLS its name starts with {@code __Host-} (RFC 6265bis, section 4.1.3),
 * so browsers accept it only from this host, and no other host of the domain can replace it. Such a cookie is sent to
 * all paths of the host, so the name also contains the path of the installation.
 */
@ApplicationScoped
public class SessionCookie {

    static final String SECURE_NAME = "__Host-parley_session";
    static final String PLAIN_NAME = "parley_session";

    @Inject
    ProductionMode production;

    @Inject
    InstallationPath installation;

    /** The token of a request, if it has one. The secure cookie takes precedence. */
    public Optional<String> read(HttpServletRequest request) {
        return Stream.of(name(true), name(false))
                .flatMap(name -> named(request, name))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static Stream<Cookie> named(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name));
    }

    public NewCookie of(String token, HttpServletRequest request) {
        return cookie(token, NewCookie.DEFAULT_MAX_AGE, isSecure(request));
    }

    /** Deletes the browser's cookie under either name. */
    public NewCookie[] ended(HttpServletRequest request) {
        boolean secure = isSecure(request);
        var current = cookie("", 0, secure);
        boolean alsoPlain = secure && named(request, name(false)).findAny().isPresent();
        return alsoPlain ? new NewCookie[] {current, cookie("", 0, false)} : new NewCookie[] {current};
    }

    /**
     * Whether the cookie must be restricted to TLS. In production mode it always is, even if a proxy terminates TLS
     * without saying so.
     */
    public boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || production.isOn();
    }

    private String name(boolean secure) {
        return installation.get().cookieName(secure ? SECURE_NAME : PLAIN_NAME);
    }

    private NewCookie cookie(String value, int maxAge, boolean secure) {
        return new NewCookie.Builder(name(secure))
                .value(value)
                .path(secure ? "/" : installation.get().below("/"))
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
