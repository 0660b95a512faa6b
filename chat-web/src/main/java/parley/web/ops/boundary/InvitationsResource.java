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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.web.account.signin.Invitations;
import parley.web.account.signin.Operators;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.rest.AuthenticatedUser;

@Path("admin/invitations")
@RequestScoped
@RolesAllowed(Operators.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "429", ref = "RateLimited")
public class InvitationsResource {

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

    @POST
    @Operation(summary = "Create an invitation", description = "For operators. Its token registers one account.")
    @APIResponseSchema(
            value = InvitationResponse.class,
            responseCode = "201",
            responseDescription = "The new invitation.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "408", ref = "RequestTimeout")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public Response invite(InvitationRequest given) {
        var issued = invitations.issue(given.onlyFor(), given.validity());
        var event =
                SecurityEvent.of("invitation_created").by(((AuthenticatedUser) security.getUserPrincipal()).person());
        events.record(event.from(address.of(request))
                .with("invitation", issued.id())
                .with("for", given.onlyFor() == null ? null : given.onlyFor().value()));
        return Response.status(Response.Status.CREATED)
                .entity(new InvitationResponse(issued.token(), issued.expiresAt()))
                .build();
    }
}
