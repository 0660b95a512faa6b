package parley.web.message.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.conversation.boundary.Conversations;
import parley.web.membership.relay.ConversationChangeWait;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.json.ConversationResponse;
import parley.web.platform.json.MemberResponse;
import parley.web.platform.rest.QueryParameters;
import parley.web.platform.rest.RequestIds;

@Path("conversations/{id}/members")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Members")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class MembersResource {

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

    @Inject
    MembershipAudit audit;

    @Context
    SecurityContext security;

    @Context
    HttpServletRequest request;

    @GET
    @Operation(summary = "List the members of a conversation", description = "By user id. For members only.")
    @APIResponseSchema(value = MemberPage.class, responseDescription = "A page of members.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    public MemberPage members(
            @Parameter(
                            description = "The conversation's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
                    @PathParam("id")
                    String id,
            @Parameter(
                            description = "The next of the page before.",
                            schema = @Schema(implementation = Long.class),
                            example = "12")
                    @QueryParam("after")
                    @DefaultValue("0")
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
        var conversation = RequestIds.conversation(id);
        var from = QueryParameters.number("after", after);
        var page = lookup.members(RequestIds.id(security), conversation, from, most + 1);
        boolean isLast = page.size() <= most;
        return new MemberPage(
                page.stream().limit(most).map(MemberResponse::of).toList(),
                isLast ? null : (Long) page.get(most - 1).user().value());
    }

    @PUT
    @Path("{user}")
    @Operation(
            summary = "Add a member to a group, join it, or change a role",
            description =
                    "Owners and moderators can add members; only owners can give roles. Everybody can join a public group"
                            + " as me. Without a body, a new user becomes a member, and a member keeps the role. The last"
                            + " owner cannot give up the role while the group has other members.")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RoleRequest.class)))
    @APIResponseSchema(
            value = ConversationResponse.class,
            responseCode = "200",
            responseDescription = "The user was a member already.")
    @APIResponse(
            responseCode = "201",
            description = "The user was added.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConversationResponse.class)))
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "403", ref = "Forbidden")
    @APIResponse(responseCode = "408", ref = "RequestTimeout")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public Response add(
            @Parameter(
                            description = "The conversation's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
                    @PathParam("id")
                    String id,
            @Parameter(description = "The user's id, or me.", example = "9") @PathParam("user") String user,
            RoleRequest given) {
        var conversation = RequestIds.conversation(id);
        var me = RequestIds.id(security);
        var added = RequestIds.user(user, me);
        var role = given.wanted();
        var change = database.needed(() -> conversations.add(conversation, me, added, role, clock.instant()));
        audit.changed(security, request, change);
        announcements.await(change.owed());
        return Response.status(change.created() ? Response.Status.CREATED : Response.Status.OK)
                .entity(ConversationResponse.of(lookup.find(me, change.conversation())))
                .build();
    }

    @DELETE
    @Path("{user}")
    @Operation(
            summary = "Remove a member from a group, or leave it",
            description =
                    "Owners can remove everybody, moderators can remove members; members can remove themselves. The last"
                            + " owner cannot leave while the group has other members.")
    @APIResponse(responseCode = "204", description = "The user is no longer a member.")
    @APIResponse(responseCode = "403", ref = "Forbidden")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response remove(
            @Parameter(
                            description = "The conversation's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
                    @PathParam("id")
                    String id,
            @Parameter(description = "The user's id, or me.", example = "9") @PathParam("user") String user) {
        var conversation = RequestIds.conversation(id);
        var me = RequestIds.id(security);
        var removed = RequestIds.user(user, me);
        var change = database.needed(() -> conversations.remove(conversation, me, removed, clock.instant()));
        audit.changed(security, request, change);
        announcements.await(change.owed());
        return Response.noContent().build();
    }
}
