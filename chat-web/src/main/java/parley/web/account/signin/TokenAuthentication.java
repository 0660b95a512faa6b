package parley.web.account.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.platform.path.RequestPath;
import parley.web.platform.problem.HttpMethods;
import parley.web.platform.problem.ProblemResponses;
import parley.web.platform.request.RequestValidationFilter;
import parley.web.platform.rest.AuthenticatedUser;
import parley.web.platform.role.NodeRole;

/** Authenticates a request by {@code Authorization: Bearer} (RFC 6750) or by the session cookie. */
@ApplicationScoped
public class TokenAuthentication implements HttpAuthenticationMechanism {

    public static final String ROLE = "user";

    private static final String BEARER = "Bearer ";

    @Inject
    SessionTokens tokens;

    @Inject
    OperatorTokens operatorTokens;

    @Inject
    Operators operators;

    @Inject
    SessionCookie cookie;

    @Inject
    NodeRole role;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        // Without this, Liberty assumes BASIC, parses the header for its audit and fails if it cannot.
        context.getMessageInfo().getMap().put("jakarta.servlet.http.authType", "BEARER");
        try {
            var caller = token(request).flatMap(text -> caller(text, request));
            if (caller.isPresent()) return context.notifyContainerAboutLogin(caller.get(), roles(caller.get()));
        } catch (Refused notYet) {
            if (!context.isProtected()) return context.doNothing();
            if (isOdd(request)) return unidentified(context);
            ProblemResponses.write(response, notYet);
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (!context.isProtected()) return context.doNothing();
        if (isOdd(request)) return unidentified(context);
        response.setHeader("WWW-Authenticate", "Bearer");
        ProblemResponses.write(
                response, new Refused(Refusal.UNAUTHENTICATED, "Sign in first: there is no valid token."));
        return AuthenticationStatus.SEND_FAILURE;
    }

    /**
     * A failure here makes Liberty parse the header as Basic for its audit, which fails for malformed headers.
     * Malformed credentials are therefore treated as an anonymous caller, and {@link RequestValidationFilter} rejects
     * them.
     */
    private static AuthenticationStatus unidentified(HttpMessageContext context) {
        return context.notifyContainerAboutLogin(
                RequestValidationFilter.UNIDENTIFIED, Set.of(RequestValidationFilter.UNIDENTIFIED));
    }

    private boolean isOdd(HttpServletRequest request) {
        return isOtherScheme(request)
                || role.refusal(request).isPresent()
                || HttpMethods.insteadOf(request.getMethod(), RequestPath.of(request)) != null;
    }

    private Set<String> roles(AuthenticatedUser caller) {
        return operators.has(caller.person()) ? Set.of(ROLE, Operators.ROLE) : Set.of(ROLE);
    }

    private Optional<AuthenticatedUser> caller(String token, HttpServletRequest request) {
        return tokens.verify(token).or(() -> operatorTokens.verify(token, request));
    }

    private Optional<String> token(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.size() > 1) return Optional.empty();
        if (headers.isEmpty() || isOtherScheme(request)) return cookie.read(request);
        return Optional.of(headers.getFirst().substring(BEARER.length()).strip());
    }

    private static boolean isOtherScheme(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && !header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }
}
