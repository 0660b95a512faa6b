package parley.web.ops.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import parley.web.account.signin.Operators;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.rest.AuthenticatedUser;
import parley.web.platform.rest.RequestIds;
import parley.web.search.IndexReports;
import parley.web.search.IndexSize;
import parley.web.search.SearchNode;

@Path("admin/search")
@RequestScoped
@RolesAllowed(Operators.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Operators")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class SearchIndexResource {

    @Inject
    SearchNode search;

    @Inject
    IndexSize size;

    @Inject
    IndexReports reports;

    @Inject
    SecurityEvents events;

    @Inject
    ClientAddress address;

    @Context
    SecurityContext security;

    @Context
    HttpServletRequest request;

    @GET
    @Operation(
            summary = "Get the state of the search index",
            description = "For operators. Of the server that answers, and of all servers by their last reports, which"
                    + " they make when their state changes and every minute.")
    @APIResponseSchema(value = SearchIndexResponse.class, responseDescription = "The state.")
    public SearchIndexResponse state() {
        var status = search.status();
        var fault = status.fault();
        return new SearchIndexResponse(
                fault == null ? "up" : "down",
                fault,
                size.documents(),
                status.missing(),
                status.lag().toSeconds(),
                reports.all().stream().map(SearchNodeResponse::of).toList());
    }

    @POST
    @Path("rebuild")
    @Operation(
            summary = "Build the search index again",
            description = "For operators. Every server builds its index again from the database and the log, also one"
                    + " that does not run now. Until it is done, searches get 503 from that server.")
    @APIResponse(responseCode = "204", description = "The request is in the log; every server begins within a second.")
    public Response rebuild() {
        reports.rebuild(RequestIds.id(security));
        var event = SecurityEvent.of("search_rebuild").by(((AuthenticatedUser) security.getUserPrincipal()).person());
        events.record(event.from(address.of(request)));
        return Response.noContent().build();
    }
}
