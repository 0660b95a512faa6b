package parley.web.ops.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.conversation.boundary.ConversationSummaries;
import parley.web.account.signin.Operators;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.rest.QueryParameters;

@Path("admin/conversations")
@RequestScoped
@RolesAllowed(Operators.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class ConversationSummariesResource {

    @Inject
    DatabaseGateway database;

    @Inject
    ConversationSummaries summaries;

    @GET
    @Operation(
            summary = "List all conversations with their sizes",
            description =
                    "For operators. By id, without members and messages; only public groups are shown with their titles.")
    @APIResponseSchema(value = ConversationSummaryPage.class, responseDescription = "A page of conversations.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    public ConversationSummaryPage page(
            @Parameter(
                            description = "The next of the page before.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
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
        long from = QueryParameters.number("after", after);
        // One more than asked for tells whether there is another page.
        var found = database.needed(() -> summaries.page(from, most + 1));
        var page = found.subList(0, Math.min(most, found.size()));
        return new ConversationSummaryPage(
                page.stream().map(ConversationSummaryResponse::of).toList(),
                found.size() > most ? page.getLast().id().value() : null);
    }
}
