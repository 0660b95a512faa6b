package parley.web.ops.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import parley.domain.account.entity.Username;
import parley.domain.refusal.Refused;
import parley.web.account.signin.Invitations;
import parley.web.account.signin.Operators;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.json.JsonViews;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.rest.AuthenticatedUser;

@Path("admin/invitations")
@RequestScoped
@RolesAllowed(Operators.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InvitationsResource {

    private static final int STANDARD_HOURS = 72;
    private static final int MOST_HOURS = 24 * 30;

    @Inject
    Invitations invitations;

    @Inject
    SecurityEvents events;

    @Inject
    ClientAddress address;

    @Context
    SecurityContext security;

    @Context
    HttpServletRequest request;

    public record InvitationRequest(Integer expiresInHours, String username) {}

    @POST
    @Operation(
            summary = "Makes an invitation: with its token one account can be registered",
            description =
                    "For operators. expiresInHours: 1 to 720, default 72. username: the only name it is good for; needed for a reserved one.")
    public Response invite(InvitationRequest given) {
        int hours = given.expiresInHours() == null ? STANDARD_HOURS : given.expiresInHours();
        if (hours < 1 || hours > MOST_HOURS)
            throw Refused.invalid(Map.of("expiresInHours", "expiresInHours: 1 to " + MOST_HOURS));
        var username = username(given.username());
        var issued = invitations.issue(username, Duration.ofHours(hours));
        var event =
                SecurityEvent.of("invitation_created").by(((AuthenticatedUser) security.getUserPrincipal()).person());
        events.record(event.from(address.of(request))
                .with("invitation", issued.id())
                .with("for", username == null ? null : username.value()));
        var answer = JsonViews.object()
                .add("token", issued.token())
                .add("expiresAt", issued.expiresAt().toString());
        return Response.status(Response.Status.CREATED)
                .entity(answer.build().toString())
                .build();
    }

    private static Username username(String given) {
        try {
            return given == null ? null : new Username(given);
        } catch (IllegalArgumentException wrong) {
            throw Refused.invalid(Map.of("username", wrong.getMessage()));
        }
    }
}
