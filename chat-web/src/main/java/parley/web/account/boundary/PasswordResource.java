package parley.web.account.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.control.Passwords;
import parley.domain.account.entity.Password;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.account.signin.PasswordHashingPool;
import parley.web.account.signin.SessionEnding;
import parley.web.account.signin.SignInService;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.rest.AuthenticatedUser;
import parley.web.platform.rest.QueryParameters;

@Path("me/password")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Own state")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class PasswordResource {

    @Inject
    SignInService signIns;

    @Inject
    DatabaseGateway database;

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    PasswordHashingPool hashing;

    @Inject
    SessionEnding ending;

    @Inject
    SecurityEvents events;

    @Inject
    ClientAddress address;

    @Context
    HttpServletRequest request;

    @Context
    SecurityContext security;

    @PUT
    @Operation(
            summary = "Change the caller's password",
            description =
                    "Requires the current password. Wrong ones count like failed sign-ins. With endOtherSessions, every"
                            + " other session of the caller is invalid on all nodes within 5 s.")
    @APIResponse(responseCode = "204", description = "The password is changed.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "403", ref = "Forbidden")
    @APIResponse(responseCode = "408", ref = "RequestTimeout")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public Response change(PasswordRequest given) throws InterruptedException {
        var me = (AuthenticatedUser) security.getUserPrincipal();
        var person = me.person();
        var password = QueryParameters.value(
                "password",
                given.password(),
                chosen -> Password.chosen(chosen, person.username(), person.displayName()));
        var known = signIns.confirm(person, given.current(), address.of(request));
        var hash = hashing.run(() -> passwords.hash(password));
        if (!database.needed(() -> accounts.changePassword(person.id(), known.passwordHash(), hash)))
            throw new Refused(Refusal.CONFLICT, "The password was changed at the same time; try again.");
        events.record(SecurityEvent.of("password_change").by(person).from(address.of(request)));
        if (Boolean.TRUE.equals(given.endOtherSessions())) endOthers(me);
        return Response.noContent().build();
    }

    private void endOthers(AuthenticatedUser me) throws InterruptedException {
        try {
            ending.endOthers(me);
        } catch (Refused unavailable) {
            throw Refused.unavailable(
                    "The password is changed, but the log is unavailable, so the other sessions could not be ended.",
                    unavailable);
        }
    }
}
