package parley.web.account.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.account.entity.BegunSession;
import parley.domain.account.entity.UserAgent;
import parley.web.account.signin.SessionCookie;
import parley.web.account.signin.SessionEnding;
import parley.web.account.signin.SessionList;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.json.SessionItems;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.rest.AuthenticatedUser;
import parley.web.platform.rest.RequestIds;

@Path("me/sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class OwnSessionsResource {

    @Inject
    SessionList sessions;

    @Inject
    SessionEnding ending;

    @Inject
    SessionCookie cookie;

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
            summary = "List the caller's sessions",
            description = "The live ones, newest first, at most 100. Sessions that began under a version without this"
                    + " list are not in it, except for the present one.")
    @APIResponseSchema(value = SessionItems.class, responseDescription = "The sessions.")
    public SessionItems mine() {
        var me = caller();
        var live = sessions.live(me.person().id());
        var all = live.stream().anyMatch(session -> session.id().equals(me.session()))
                ? live
                : Stream.concat(live.stream(), Stream.of(present(me))).toList();
        return SessionItems.of(all, me.session());
    }

    /** The present session is shown even if its row is missing. */
    private BegunSession present(AuthenticatedUser me) {
        return new BegunSession(
                me.session(),
                me.person().id(),
                me.issuedAt(),
                me.expiresAt(),
                address.of(request),
                UserAgent.of(request.getHeader(HttpHeaders.USER_AGENT)));
    }

    @DELETE
    @Path("{session}")
    @Operation(
            summary = "End one of the caller's sessions",
            description = "As signing out there: its token is invalid on all nodes within 5 s, and its sockets are"
                    + " closed. The session of this call can be ended too.")
    @APIResponse(responseCode = "204", description = "The session has ended.")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response end(
            @Parameter(description = "The session's id.", example = "0e3fa7c2-9a0b-4a52-8f0e-6c5b1f7d2a11")
                    @PathParam("session")
                    String session)
            throws InterruptedException {
        var me = caller();
        var id = RequestIds.session(session);
        boolean isPresent = id.equals(me.session());
        if (isPresent) ending.end(me);
        else ending.end(me.person().id(), id);
        record(me, "session_ended", id);
        var response = Response.noContent();
        return isPresent ? response.cookie(cookie.ended(request)).build() : response.build();
    }

    @DELETE
    @Operation(
            summary = "End all other sessions of the caller",
            description =
                    "All but the session of this call: their tokens are invalid on all nodes within 5 s, and their"
                            + " sockets are closed. Does not need the database.")
    @APIResponse(responseCode = "204", description = "The sessions have ended.")
    public Response endOthers() throws InterruptedException {
        var me = caller();
        ending.endOthers(me);
        record(me, "other_sessions_ended", null);
        return Response.noContent().build();
    }

    private void record(AuthenticatedUser me, String event, String session) {
        events.record(SecurityEvent.of(event)
                .by(me.person())
                .from(address.of(request))
                .with("session", session));
    }

    private AuthenticatedUser caller() {
        return (AuthenticatedUser) security.getUserPrincipal();
    }
}
