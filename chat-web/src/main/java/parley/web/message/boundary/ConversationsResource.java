package parley.web.message.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.conversation.boundary.Conversations;
import parley.domain.conversation.entity.ConversationChange;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.web.membership.relay.ConversationChangeWait;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.json.ConversationResponse;
import parley.web.platform.limits.LimitKind;
import parley.web.platform.limits.RateLimited;
import parley.web.platform.rest.QueryParameters;
import parley.web.platform.rest.RequestIds;

@Path("conversations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class ConversationsResource {

    @Inject
    DatabaseGateway database;

    @Inject
    Conversations conversations;

    @Inject
    ConversationLookup lookup;

    @Inject
    ConversationChangeWait announcements;

    @Inject
    LogClock clock;

    @Context
    SecurityContext security;

    @GET
    @Operation(
            summary = "List the caller's conversations",
            description =
                    "Most recently active first. While the database is down, the conversations that the node knows.")
    @APIResponseSchema(value = ConversationPage.class, responseDescription = "A page of conversations.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    public ConversationPage list(
            @Parameter(description = "The next of the page before.", example = "1772360130123456-42")
                    @QueryParam("after")
                    String after,
            @Parameter(
                            description = "The size of the page.",
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"),
                            example = "50")
                    @QueryParam("limit")
                    String limit) {
        int most = QueryParameters.limit(limit);
        var cursor = QueryParameters.value("after", after, ConversationListCursor::parse);
        var found = lookup.page(me(), cursor == null ? ConversationListCursor.NEWEST : cursor, most + 1);
        boolean isLast = found.size() <= most;
        return new ConversationPage(
                found.stream().limit(most).map(ConversationResponse::of).toList(),
                isLast ? null : ConversationListCursor.of(found.get(most - 1)).toString());
    }

    @PUT
    @Path("direct/{user}")
    @Consumes(MediaType.WILDCARD)
    @RateLimited(LimitKind.CONVERSATION)
    @Operation(
            summary = "Get or create the direct conversation with a user",
            description = "Two users have at most one direct conversation.")
    @APIResponseSchema(
            value = ConversationResponse.class,
            responseCode = "200",
            responseDescription = "The conversation existed.")
    @APIResponse(
            responseCode = "201",
            description = "The conversation was created.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConversationResponse.class)))
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "403", ref = "Forbidden")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response direct(
            @Parameter(
                            description = "The other user's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "9")
                    @PathParam("user")
                    String user) {
        var me = me();
        var other = RequestIds.user(user);
        return answer(database.createOrFind(() -> conversations.direct(me, other, clock.instant())));
    }

    @POST
    @RateLimited(LimitKind.CONVERSATION)
    @Operation(
            summary = "Create a group",
            description = "The caller becomes its owner. Everybody can find, read and join a public group.")
    @APIResponseSchema(value = ConversationResponse.class, responseCode = "201", responseDescription = "The new group.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "403", ref = "Forbidden")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "408", ref = "RequestTimeout")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public Response group(GroupRequest given) {
        var me = me();
        var attributes = given.attributes(me);
        var members = given.users();
        return answer(database.needed(() -> conversations.group(me, attributes, members, clock.instant())));
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "Get a conversation",
            description = "For members; a public group for everybody, without role for those who have not joined it.")
    @APIResponseSchema(value = ConversationResponse.class, responseDescription = "The conversation.")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public ConversationResponse one(
            @Parameter(
                            description = "The conversation's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
                    @PathParam("id")
                    String id) {
        return find(RequestIds.conversation(id));
    }

    @PATCH
    @Path("{id}")
    @Operation(
            summary = "Change a group",
            description = "Owners can change everything, moderators title and topic. While a group is archived, only an"
                    + " owner can restore it. The change is shown in the conversation.")
    @APIResponseSchema(value = ConversationResponse.class, responseDescription = "The group after the change.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "403", ref = "Forbidden")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "408", ref = "RequestTimeout")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public ConversationResponse change(
            @Parameter(
                            description = "The conversation's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
                    @PathParam("id")
                    String id,
            GroupChangeRequest given) {
        var conversation = RequestIds.conversation(id);
        var me = me();
        var change = given.change();
        var changed = database.needed(() -> conversations.change(conversation, me, change, clock.instant()));
        announcements.await(changed.owed());
        return find(conversation);
    }

    private Response answer(ConversationChange change) {
        announcements.await(change.owed());
        return Response.status(change.created() ? Response.Status.CREATED : Response.Status.OK)
                .entity(find(change.conversation()))
                .build();
    }

    private ConversationResponse find(ConversationId conversation) {
        return ConversationResponse.of(lookup.find(me(), conversation));
    }

    private UserId me() {
        return RequestIds.id(security);
    }
}
