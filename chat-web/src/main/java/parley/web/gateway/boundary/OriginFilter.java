package parley.web.gateway.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.problem.Problems;
import parley.web.signin.TokenAuthentication;

/**
 * A browser sends the cookie whatever page opens the socket: with it the handshake needs an Origin of ours
 * (RFC 6455, section 10.2), the Host's own or a configured one.
 */
@WebFilter("/ws")
public class OriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    @ConfigProperty(name = "parley.origins")
    transient Optional<List<String>> origins;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean byCookie = request.getHeader("Authorization") == null
                && TokenAuthentication.cookie(request).isPresent();
        if (byCookie && !isOurs(request)) {
            Problems.write(response, new Refused(Refusal.FORBIDDEN, "The socket was opened by a page of another origin."));
            return;
        }
        chain.doFilter(new Sessionless(request), response);
    }

    private boolean isOurs(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        if (origin == null) return false;
        if (origins.orElse(List.of()).contains(origin)) return true;
        try {
            return URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }
}
