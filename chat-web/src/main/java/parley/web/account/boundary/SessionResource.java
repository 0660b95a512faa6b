package parley.web.account.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.account.entity.BegunSession;
import parley.domain.account.entity.UserAgent;
import parley.domain.account.entity.UserProfile;
import parley.web.account.signin.DeviceCookies;
import parley.web.account.signin.Operators;
import parley.web.account.signin.SessionCookie;
import parley.web.account.signin.SessionEnding;
import parley.web.account.signin.SessionList;
import parley.web.account.signin.SessionTokens;
import parley.web.account.signin.SignInService;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.json.UserResponse;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.rest.AuthenticatedUser;

@Path("session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "429", ref = "RateLimited")
public class SessionResource {

    @Inject
    SignInService signIns;

    @Inject
    DeviceCookies devices;

    @Inject
    ClientAddress address;

    @Inject
    SecurityEvents events;

    @Inject
    SessionTokens tokens;

    @Inject
    SessionCookie cookie;

    @Inject
    SessionList sessions;

    @Inject
    SessionEnding ending;

    @Inject
    Operators operators;

    @Context
    HttpServletRequest request;

    @Context
    SecurityContext security;

    @POST
    @SecurityRequirements
    @Operation(
            summary = "Sign in",
            description = "Returns a token, and sets it as an HttpOnly, SameSite=Strict cookie for browsers.")
    @APIResponseSchema(
            value = SessionResponse.class,
            responseCode = "200",
            responseDescription = "The new session, with its token.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "408", ref = "RequestTimeout")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response signIn(SignInRequest given) {
        var attempt =
                new SignInService.Attempt(given.username(), given.password(), address.of(request), deviceCookie());
        var success = signIns.check(attempt);
        var person = success.person();
        var token = tokens.issue(person, success.begun());
        sessions.add(new BegunSession(
                token.session(),
                person.id(),
                success.begun(),
                token.expiresAt(),
                attempt.address(),
                UserAgent.of(request.getHeader(HttpHeaders.USER_AGENT))));
        return Response.ok(session(person, token.text(), token.expiresAt()))
                .cookie(cookie.of(token.text(), request))
                .cookie(device(devices.issue(success.device(), person.username())))
                .build();
    }

    private String deviceCookie() {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(DeviceCookies.COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }

    @GET
    @Operation(summary = "Get the current session", description = "The user who is signed in, without the token.")
    @APIResponseSchema(value = SessionResponse.class, responseDescription = "The current session.")
    public SessionResponse whoAmI() {
        var me = (AuthenticatedUser) security.getUserPrincipal();
        return session(me.person(), null, me.expiresAt());
    }

    /** Tells operators that they are, so that the client shows them the operator pages. */
    private SessionResponse session(UserProfile person, String token, Instant expiresAt) {
        return new SessionResponse(
                UserResponse.of(person), operators.has(person) ? Boolean.TRUE : null, token, expiresAt);
    }

    @DELETE
    @Operation(
            summary = "Sign out",
            description =
                    "Responds when the end of the session is in the log. The token is then invalid on all nodes within"
                            + " 5 s, and the session's sockets are closed.")
    @APIResponse(responseCode = "204", description = "The session has ended; the cookie is removed.")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response signOut() throws InterruptedException {
        var me = (AuthenticatedUser) security.getUserPrincipal();
        ending.end(me);
        events.record(SecurityEvent.of("sign_out").by(me.person()).from(address.of(request)));
        return Response.noContent().cookie(cookie.ended(request)).build();
    }

    /** Outlives the session, so that guesses by others do not lock out a device that has signed in before. */
    private NewCookie device(String value) {
        return new NewCookie.Builder(DeviceCookies.COOKIE)
                .value(value)
                .path(devices.path())
                .maxAge((int) DeviceCookies.LIFETIME.toSeconds())
                .httpOnly(true)
                .secure(cookie.isSecure(request))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
