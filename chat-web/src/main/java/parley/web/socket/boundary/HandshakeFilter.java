package parley.web.socket.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.account.signin.SessionCookie;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.limits.LimitKind;
import parley.web.platform.limits.RateLimiter;
import parley.web.platform.path.RequestPath;
import parley.web.platform.problem.ProblemResponses;

/**
 * Checks every handshake, whatever its path, because the container matches the path of an endpoint less strictly than
 * that of a filter or security constraint. Browsers send the cookie regardless of the page that opens the socket, so a
 * handshake with a cookie needs an allowed Origin (RFC 6455, section 10.2).
 */
@WebFilter("/*")
public class HandshakeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    @ConfigProperty(name = "parley.origins")
    transient Optional<List<String>> origins;

    @Inject
    transient RateLimiter limiter;

    @Inject
    transient ClientAddress address;

    @Inject
    transient SecurityEvents events;

    @Inject
    transient SessionCookie cookie;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!RequestPath.isHandshake(request)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            limiter.take(LimitKind.HANDSHAKE, address.of(request));
            require(request);
        } catch (Refused refused) {
            refuse(request, response, refused);
            return;
        }
        chain.doFilter(new SessionlessRequest(request), response);
    }

    private void require(HttpServletRequest request) {
        if (request.getUserPrincipal() == null)
            throw new Refused(Refusal.UNAUTHENTICATED, "Sign in first: there is no valid token.");
        if (isByCookie(request) && !isOurs(request)) {
            throw new Refused(Refusal.FORBIDDEN, "The socket was opened by a page of another origin.");
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refused refused) {
        var from = address.of(request);
        var event = SecurityEvent.of("handshake_refused")
                .outcome(refused.why().code())
                .from(from);
        events.recordSampled("handshake_refused " + refused.why().code() + ' ' + from, event);
        if (refused.why() == Refusal.UNAUTHENTICATED) response.setHeader("WWW-Authenticate", "Bearer");
        ProblemResponses.write(response, refused);
    }

    /** A page can make a browser send the credentials of other schemes, but not a token. */
    private boolean isByCookie(HttpServletRequest request) {
        var credentials = request.getHeader("Authorization");
        boolean byToken = credentials != null && credentials.startsWith("Bearer ");
        return !byToken && cookie.read(request).isPresent();
    }

    private boolean isOurs(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        if (origin == null) return false;
        return origins.orElse(List.of()).contains(origin)
                || OriginCheck.isOf(origin, scheme(request), request.getHeader("Host"));
    }

    /** Null if a proxy may have terminated TLS without saying so. Pages cannot set the header. */
    private static String scheme(HttpServletRequest request) {
        if (request.isSecure()) return "https";
        var forwarded = request.getHeader("X-Forwarded-Proto");
        return forwarded == null ? null : forwarded.split(",")[0].strip().toLowerCase(Locale.ROOT);
    }
}
