package parley.web.message.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.conversation.boundary.ConversationViews;
import parley.domain.identity.Position;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.message.reading.RecentReceipts;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.json.MemberResponse;
import parley.web.platform.rest.QueryParameters;
import parley.web.platform.rest.RequestIds;

@Path("conversations/{id}/receipts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Messages")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class ReceiptsResource {

    /** Larger groups have too many readers to list. */
    private static final int MOST_MEMBERS = 200;

    @Inject
    DatabaseGateway database;

    @Inject
    ConversationViews views;

    @Inject
    ParticipantLookup participants;

    @Inject
    RecentReceipts receipts;

    @Context
    SecurityContext security;

    @GET
    @Operation(
            summary = "List who has read a message",
            description =
                    "For members of conversations of up to 200 members. Those who joined after the message was sent are not"
                            + " listed.")
    @APIResponseSchema(value = ReadByResponse.class, responseDescription = "The members who have read the message.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public ReadByResponse readers(
            @Parameter(
                            description = "The conversation's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
                    @PathParam("id")
                    String id,
            @Parameter(
                            description = "The position of the message.",
                            required = true,
                            schema = @Schema(implementation = Long.class),
                            example = "1099511627780")
                    @QueryParam("pos")
                    String pos) {
        var conversation = RequestIds.conversation(id);
        var me = RequestIds.id(security);
        var at = QueryParameters.value("pos", QueryParameters.number("pos", pos), Position::new);
        if (at == null) throw Refused.invalid(Map.of("pos", "pos: is required"));
        var member = participants.member(conversation, me);
        if (member.memberCount() > MOST_MEMBERS) {
            throw new Refused(
                    Refusal.CONFLICT,
                    "Who has read a message is shown in groups of up to " + MOST_MEMBERS + " members.");
        }
        var author = participants.message(conversation, me, member, at).from();
        var members = database.needed(() -> views.membersAt(conversation, at));
        return new ReadByResponse(
                at.value(),
                members.stream()
                        .filter(reader -> !reader.user().equals(author))
                        .map(reader -> reader.readTo(receipts.seen(conversation, reader.user(), reader.read())))
                        .filter(reader -> !at.isAfter(reader.read()))
                        .map(MemberResponse::of)
                        .toList());
    }
}
