package parley.web.ops.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.control.Passwords;
import parley.domain.account.entity.Password;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;
import parley.web.account.signin.Operators;
import parley.web.account.signin.PasswordHashingPool;
import parley.web.account.signin.SessionEnding;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.rest.AuthenticatedUser;
import parley.web.platform.rest.QueryParameters;
import parley.web.platform.rest.RequestIds;

/** Lets an operator replace a forgotten password. The user notices it: all sessions end, and the old password fails. */
@Path("admin/users/{user}/password")
@RequestScoped
@RolesAllowed(Operators.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class PasswordResetResource {

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
            summary = "Reset a user's password",
            description =
                    "For operators. Ends all sessions of the user on all nodes within 5 s, and writes a security event."
                            + " The user should choose another password after signing in.")
    @APIResponse(responseCode = "204", description = "The password is changed and the user is signed out.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "408", ref = "RequestTimeout")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public Response reset(
            @Parameter(
                            description = "The id of the user.",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64"),
                            example = "7")
                    @PathParam("user")
                    String user,
            NewPasswordRequest given)
            throws InterruptedException {
        var id = RequestIds.user(user);
        var person = database.needed(() -> accounts.find(id))
                .orElseThrow(() -> Refused.notFound("There is no user " + id + "."));
        var password = QueryParameters.value(
                "password",
                given.password(),
                chosen -> Password.chosen(chosen, person.username(), person.displayName()));
        var hash = hashing.run(() -> passwords.hash(password));
        if (!database.needed(() -> accounts.resetPassword(id, hash)))
            throw Refused.notFound("There is no user " + id + ".");
        record(person);
        endSessions(id);
        return Response.noContent().build();
    }

    private void record(UserProfile person) {
        var operator = ((AuthenticatedUser) security.getUserPrincipal()).person();
        events.record(SecurityEvent.of("password_reset")
                .by(operator)
                .from(address.of(request))
                .with("user", person.id())
                .with("for", person.username()));
    }

    private void endSessions(UserId user) throws InterruptedException {
        try {
            ending.endAll(user);
        } catch (Refused unavailable) {
            throw Refused.unavailable(
                    "The password is changed, but the log is unavailable, so the sessions could not be ended. Repeat it.",
                    unavailable);
        }
    }
}
