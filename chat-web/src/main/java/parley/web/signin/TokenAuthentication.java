package parley.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.problem.Problems;

/** Who calls: by {@code Authorization: Bearer} (RFC 6750) or by the session cookie. */
@ApplicationScoped
public class TokenAuthentication implements HttpAuthenticationMechanism {

    public static final String ROLE = "user";
    private static final String BEARER = "Bearer ";

    @Inject
    Tokens tokens;

    @Inject
    Operators operators;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            var caller = token(request).flatMap(tokens::verify);
            if (caller.isPresent()) return context.notifyContainerAboutLogin(caller.get(), roles(caller.get()));
        } catch (Refused notYet) {
            if (!context.isProtected()) return context.doNothing();
            Problems.write(response, notYet);
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (!context.isProtected()) return context.doNothing();
        response.setHeader("WWW-Authenticate", "Bearer");
        Problems.write(response, new Refused(Refusal.UNAUTHENTICATED, "Sign in first: there is no valid token."));
        return AuthenticationStatus.SEND_FAILURE;
    }

    private Set<String> roles(SignedIn caller) {
        return operators.has(caller.person()) ? Set.of(ROLE, Operators.ROLE) : Set.of(ROLE);
    }

    private static Optional<String> token(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header != null && header.startsWith(BEARER)) return Optional.of(header.substring(BEARER.length()));
        return cookie(request);
    }

    public static Optional<String> cookie(HttpServletRequest request) {
        return SessionCookie.read(request);
    }
}
