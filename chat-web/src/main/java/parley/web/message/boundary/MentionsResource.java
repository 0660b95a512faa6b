package parley.web.message.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import parley.web.message.history.MentionList;
import parley.web.platform.json.MessageResponse;
import parley.web.platform.rest.QueryParameters;
import parley.web.platform.rest.RequestIds;

@Path("mentions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class MentionsResource {

    @Inject
    MentionList mentions;

    @Context
    SecurityContext security;

    @GET
    @Operation(
            summary = "List the messages that mention the caller",
            description =
                    "By name or with everyone, newest first, in conversations that the caller is a member of. Revoked"
                            + " messages and the caller's own are left out.")
    @APIResponseSchema(value = MentionPage.class, responseDescription = "A page of messages.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    public MentionPage list(
            @Parameter(description = "The next of the page before.", example = "1772360130123456-42-1099511627780")
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
        var from = QueryParameters.value("after", after, MentionCursor::parse);
        var page = mentions.page(RequestIds.id(security), from == null ? MentionList.Place.START : from, most);
        return new MentionPage(
                page.items().stream().map(MessageResponse::of).toList(),
                page.next() == null ? null : MentionCursor.text(page.next()));
    }
}
