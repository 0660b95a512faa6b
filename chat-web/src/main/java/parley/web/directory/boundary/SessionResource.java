package parley.web.directory.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.control.Passwords;
import parley.domain.account.entity.AppUser;
import parley.domain.account.entity.Person;
import parley.domain.account.entity.Username;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.frame.Shapes;
import parley.web.signin.EndedSessions;
import parley.web.signin.Operators;
import parley.web.signin.SessionCookie;
import parley.web.signin.SignInThrottle;
import parley.web.signin.SignedIn;
import parley.web.signin.Tokens;

@Path("session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SessionResource {

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    SignInThrottle throttle;

    @Inject
    Tokens tokens;

    @Inject
    SessionCookie cookie;

    @Inject
    EndedSessions ended;

    @Inject
    Operators operators;

    @Context
    HttpServletRequest request;

    @Context
    SecurityContext security;

    public record Credentials(String username, String password) {}

    @POST
    public Response signIn(Credentials given) {
        Fields.body(given);
        if (given.username() == null || given.password() == null) {
            throw new Refused(Refusal.BAD_REQUEST, "username and password are needed.");
        }
        var name = given.username().toLowerCase(Locale.ROOT);
        throttle.require(name);
        var person = check(name, given.password());
        throttle.succeeded(name);
        var token = tokens.issue(person);
        var answer = about(person)
                .add("token", token.text())
                .add("expiresAt", token.expiresAt().toString());
        return Response.ok(answer.build().toString())
                .cookie(cookie.of(token.text(), request))
                .build();
    }

    private Person check(String name, String password) {
        AppUser user = null;
        try {
            user = accounts.byUsername(new Username(name)).orElse(null);
        } catch (IllegalArgumentException noSuchName) {
            // Refused below, as any wrong name is.
        }
        if (user == null) passwords.pretend(password);
        if (user == null || !passwords.verify(password, user.passwordHash())) {
            throttle.failed(name);
            throw new Refused(Refusal.UNAUTHENTICATED, "The username or the password is wrong.");
        }
        return user.person();
    }

    @GET
    public String whoAmI() {
        var me = (SignedIn) security.getUserPrincipal();
        return about(me.person())
                .add("expiresAt", me.expiresAt().toString())
                .build()
                .toString();
    }

    /** Tells those who look after Parley that they do, so that the page shows them the way. */
    private JsonObjectBuilder about(Person person) {
        var json = Shapes.object().add("user", Shapes.person(person));
        return operators.has(person) ? json.add("operator", true) : json;
    }

    @DELETE
    public Response signOut() throws InterruptedException {
        var me = (SignedIn) security.getUserPrincipal();
        try {
            ended.end(me.session(), me.expiresAt()).toCompletableFuture().get(9, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw Refused.unavailable("The log cannot be reached, so this session cannot be ended now.", failed);
        }
        return Response.noContent().cookie(cookie.ended(request)).build();
    }
}
