package parley.web.account.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.account.boundary.UserBlocks;
import parley.domain.outbox.entity.BlockChange;
import parley.web.account.BlocksChanged;
import parley.web.membership.NodeBlocks;
import parley.web.membership.relay.OutboxRelay;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.json.UserResponse;
import parley.web.platform.rest.RequestIds;

@Path("me/blocks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Blocks")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class BlocksResource {

    @Inject
    DatabaseGateway database;

    @Inject
    UserBlocks blocks;

    @Inject
    NodeBlocks known;

    @Inject
    OutboxRelay relay;

    @Inject
    LogClock clock;

    @Inject
    Event<BlocksChanged> changes;

    @Context
    SecurityContext security;

    @GET
    @Operation(
            summary = "List the users whom the caller has blocked",
            description = "At most 1,000 users. No other user sees this list.")
    @APIResponseSchema(value = BlockedUsers.class, responseDescription = "The users.")
    public BlockedUsers blocked() {
        var me = RequestIds.id(security);
        return new BlockedUsers(database.needed(() -> blocks.of(me)).stream()
                .map(UserResponse::of)
                .toList());
    }

    @PUT
    @Path("{user}")
    @Operation(
            summary = "Block a user",
            description = "The user can no longer start a conversation with the caller, write in the direct one that"
                    + " exists, or add the caller to a group. Common groups continue.")
    @APIResponse(responseCode = "204", description = "The user is blocked.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response block(
            @Parameter(description = "The user's id.", schema = @Schema(implementation = Long.class), example = "9")
                    @PathParam("user")
                    String user) {
        var me = RequestIds.id(security);
        var other = RequestIds.user(user);
        publish(database.createOrFind(() -> blocks.block(me, other, clock.instant())));
        changes.fire(new BlocksChanged(me));
        return Response.noContent().build();
    }

    @DELETE
    @Path("{user}")
    @Operation(summary = "Unblock a user", description = "Has no effect if the user is not blocked.")
    @APIResponse(responseCode = "204", description = "The user is not blocked.")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response unblock(
            @Parameter(description = "The user's id.", schema = @Schema(implementation = Long.class), example = "9")
                    @PathParam("user")
                    String user) {
        var me = RequestIds.id(security);
        var other = RequestIds.user(user);
        publish(database.needed(() -> blocks.unblock(me, other, clock.instant())));
        changes.fire(new BlocksChanged(me));
        return Response.noContent().build();
    }

    /** This node knows at once, the others when they have read it from the log. */
    private void publish(Optional<BlockChange> change) {
        change.ifPresent(known::apply);
        relay.wake();
    }
}
