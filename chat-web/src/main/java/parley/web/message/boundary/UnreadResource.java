package parley.web.message.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.web.message.history.UnreadTotals;
import parley.web.platform.rest.RequestIds;

@Path("unread")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class UnreadResource {

    @Inject
    UnreadTotals totals;

    @Context
    SecurityContext security;

    @GET
    @Operation(
            summary = "Count what the caller has not read",
            description = "Over all conversations. While the database is down, what the node knows.")
    @APIResponseSchema(value = UnreadResponse.class, responseDescription = "The totals.")
    public UnreadResponse unread() {
        return UnreadResponse.of(totals.of(RequestIds.id(security)));
    }
}
