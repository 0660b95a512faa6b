package parley.web.account.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.domain.account.entity.UserProfile;
import parley.domain.refusal.Refused;
import parley.web.account.signin.DeviceCookies;
import parley.web.account.signin.Operators;
import parley.web.account.signin.RevokedSessions;
import parley.web.account.signin.SessionCookie;
import parley.web.account.signin.SessionTokens;
import parley.web.account.signin.SignInService;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.json.JsonViews;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.rest.AuthenticatedUser;

@Path("session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
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
    RevokedSessions ended;

    @Inject
    Operators operators;

    @Context
    HttpServletRequest request;

    @Context
    SecurityContext security;

    public record Credentials(
            @NotNull(message = "is needed") String username,
            @NotNull(message = "is needed") String password) {}

    @POST
    public Response signIn(Credentials given) {
        var attempt =
                new SignInService.Attempt(given.username(), given.password(), address.of(request), deviceCookie());
        var success = signIns.check(attempt);
        var person = success.person();
        var token = tokens.issue(person);
        var answer = about(person)
                .add("token", token.text())
                .add("expiresAt", token.expiresAt().toString());
        return Response.ok(answer.build().toString())
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
    public String whoAmI() {
        var me = (AuthenticatedUser) security.getUserPrincipal();
        return about(me.person())
                .add("expiresAt", me.expiresAt().toString())
                .build()
                .toString();
    }

    /** Tells those who look after Parley that they do, so that the page shows them the way. */
    private JsonObjectBuilder about(UserProfile person) {
        var json = JsonViews.object().add("user", JsonViews.person(person));
        return operators.has(person) ? json.add("operator", true) : json;
    }

    @DELETE
    public Response signOut() throws InterruptedException {
        var me = (AuthenticatedUser) security.getUserPrincipal();
        try {
            ended.end(me.session(), me.expiresAt()).toCompletableFuture().get(9, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw Refused.unavailable("The log cannot be reached, so this session cannot be ended now.", failed);
        }
        events.record(SecurityEvent.of("sign_out").by(me.person()).from(address.of(request)));
        return Response.noContent().cookie(cookie.ended(request)).build();
    }

    /** It outlives the session: a device that has signed in before is not kept out by strangers who guess. */
    private NewCookie device(String value) {
        return new NewCookie.Builder(DeviceCookies.COOKIE)
                .value(value)
                .path(DeviceCookies.PATH)
                .maxAge((int) DeviceCookies.LIFETIME.toSeconds())
                .httpOnly(true)
                .secure(cookie.isSecure(request))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
