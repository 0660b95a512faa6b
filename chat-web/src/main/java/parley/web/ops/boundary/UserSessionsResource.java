package parley.web.ops.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;
import parley.web.account.directory.NameLookup;
import parley.web.account.signin.Operators;
import parley.web.account.signin.SessionEnding;
import parley.web.account.signin.SessionList;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.json.SessionItems;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.rest.AuthenticatedUser;
import parley.web.platform.rest.RequestIds;

@Path("admin/users/{user}/sessions")
@RequestScoped
@RolesAllowed(Operators.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class UserSessionsResource {

    @Inject
    NameLookup names;

    @Inject
    SessionList sessions;

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

    @GET
    @Operation(
            summary = "List the sessions of a user",
            description = "For operators. The live ones, newest first, at most 100.")
    @APIResponseSchema(value = SessionItems.class, responseDescription = "The sessions.")
    public SessionItems ofUser(
            @Parameter(description = "The user's id.", schema = @Schema(implementation = Long.class), example = "9")
                    @PathParam("user")
                    String user) {
        return SessionItems.of(sessions.live(existing(user)), caller().session());
    }

    @DELETE
    @Path("{session}")
    @Operation(
            summary = "End a session of a user",
            description = "For operators. Its token is invalid on all nodes within 5 s, and its sockets are closed.")
    @APIResponse(responseCode = "204", description = "The session has ended.")
    public Response end(
            @Parameter(description = "The user's id.", schema = @Schema(implementation = Long.class), example = "9")
                    @PathParam("user")
                    String user,
            @Parameter(description = "The session's id.", example = "0e3fa7c2-9a0b-4a52-8f0e-6c5b1f7d2a11")
                    @PathParam("session")
                    String session)
            throws InterruptedException {
        var of = existing(user);
        var id = RequestIds.session(session);
        ending.end(of, id);
        record("session_ended", of, id);
        return Response.noContent().build();
    }

    @DELETE
    @Operation(
            summary = "End all sessions of a user",
            description = "For operators. All tokens of the user are invalid on all nodes within 5 s, whether the list"
                    + " has them or not, and their sockets are closed. Does not need the database. The user can sign in"
                    + " again.")
    @APIResponse(responseCode = "204", description = "The sessions have ended.")
    public Response endAll(
            @Parameter(description = "The user's id.", schema = @Schema(implementation = Long.class), example = "9")
                    @PathParam("user")
                    String user)
            throws InterruptedException {
        var of = existing(user);
        ending.endAll(of);
        record("all_sessions_ended", of, null);
        return Response.noContent().build();
    }

    /** Known without the database, because ending all sessions of a user does not need it. */
    private UserId existing(String user) {
        return names.find(RequestIds.user(user))
                .map(UserProfile::id)
                .orElseThrow(() -> Refused.notFound("There is no such user."));
    }

    private void record(String event, UserId user, String session) {
        events.record(SecurityEvent.of(event)
                .by(caller().person())
                .from(address.of(request))
                .with("user", user)
                .with("session", session));
    }

    private AuthenticatedUser caller() {
        return (AuthenticatedUser) security.getUserPrincipal();
    }
}
