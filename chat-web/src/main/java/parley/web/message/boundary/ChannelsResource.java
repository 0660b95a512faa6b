package parley.web.message.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.account.entity.DirectoryCursor;
import parley.domain.conversation.boundary.GroupDirectory;
import parley.domain.text.TextRules;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.rest.QueryParameters;
import parley.web.platform.rest.RequestIds;

@Path("channels")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Channels")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class ChannelsResource {

    @Inject
    DatabaseGateway database;

    @Inject
    GroupDirectory directory;

    @Context
    SecurityContext security;

    @GET
    @Operation(
            summary = "List or search public groups",
            description =
                    "Without q, all by id. With q, the groups whose title and topic contain every word of it, best match"
                            + " first. Archived groups are left out.")
    @APIResponseSchema(value = ChannelPage.class, responseDescription = "A page of public groups.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    public ChannelPage channels(
            @Parameter(description = "The words to search for.", example = "engine") @QueryParam("q") @DefaultValue("")
                    String q,
            @Parameter(description = "The next of the page before, with the same q.", example = "2-42")
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
        var query = QueryParameters.value("q", q.strip(), TextRules::query);
        var from = QueryParameters.value("after", after, DirectoryCursor::parse);
        var me = RequestIds.id(security);
        var found = database.needed(() -> directory.page(me, query.isEmpty() ? null : query, from, most));
        return new ChannelPage(
                found.groups().stream().map(ChannelResponse::of).toList(),
                found.next() == null ? null : found.next().toString());
    }
}
