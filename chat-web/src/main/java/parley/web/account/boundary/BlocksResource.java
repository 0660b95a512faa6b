package parley.web.account.boundary;

import jakarta.enterprise.context.RequestScoped;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import parley.domain.account.boundary.UserBlocks;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.json.JsonViews;
import parley.web.platform.rest.RequestIds;

@Path("me/blocks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class BlocksResource {

    @Inject
    DatabaseGateway database;

    @Inject
    UserBlocks blocks;

    @Inject
    LogClock clock;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "Whom I have blocked", description = "At most 1,000 people; nobody else sees it.")
    public String blocked() {
        var items = JsonViews.array();
        var me = RequestIds.id(security);
        database.needed(() -> blocks.of(me)).stream().map(JsonViews::person).forEach(items::add);
        return JsonViews.object().add("items", items).build().toString();
    }

    @PUT
    @Path("{user}")
    @Operation(summary = "Blocks somebody: they cannot begin a conversation with me or add me to a group")
    public Response block(@PathParam("user") String user) {
        var me = RequestIds.id(security);
        var other = RequestIds.user(user);
        database.run(() -> blocks.block(me, other, clock.instant()));
        return Response.noContent().build();
    }

    @DELETE
    @Path("{user}")
    @Operation(summary = "Takes a block back")
    public Response unblock(@PathParam("user") String user) {
        var me = RequestIds.id(security);
        var other = RequestIds.user(user);
        database.run(() -> blocks.unblock(me, other));
        return Response.noContent().build();
    }
}
