package parley.web.own.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.identity.Position;
import parley.web.membership.NodeMemberships;
import parley.web.own.part.DraftResponse;
import parley.web.own.sync.OwnStateChanges;
import parley.web.platform.clock.LogClock;
import parley.web.platform.request.ClientName;
import parley.web.platform.rest.RequestIds;

@Path("me/drafts/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Own state")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class OwnDraftsResource {

    @Inject
    OwnStateChanges changes;

    @Inject
    NodeMemberships members;

    @Inject
    LogClock clock;

    @Context
    HttpHeaders headers;

    @Context
    SecurityContext security;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Keep a draft",
            description =
                    "For members only. A draft that was written later is kept instead. At most 200 drafts are kept.")
    @APIResponseSchema(value = DraftAnswer.class, responseDescription = "What is stored now.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "408", ref = "RequestTimeout")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public DraftAnswer keep(
            @Parameter(
                            description = "The conversation's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
                    @PathParam("id")
                    String id,
            DraftRequest given) {
        var me = RequestIds.id(security);
        var conversation = RequestIds.conversation(id);
        members.require(conversation, me);
        var client = ClientName.of(headers);
        var at = given.writtenAt(clock.instant());
        var replyTo = given.replyTo() == null ? null : new Position(given.replyTo());
        var draft = changes.draft(me, conversation, given.text(), replyTo, at, client);
        return new DraftAnswer(draft.version(), DraftResponse.of(draft));
    }

    @DELETE
    @Operation(
            summary = "Discard a draft",
            description =
                    "For a draft that was sent or is not wanted, also if the caller has left the conversation. Has"
                            + " no effect if there is none.")
    @APIResponse(responseCode = "204", description = "There is no draft.")
    public Response discard(
            @Parameter(
                            description = "The conversation's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
                    @PathParam("id")
                    String id) {
        var me = RequestIds.id(security);
        var conversation = RequestIds.conversation(id);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        changes.discard(me, conversation, members.isKnown(conversation, me), now, ClientName.of(headers));
        return Response.noContent().build();
    }
}
