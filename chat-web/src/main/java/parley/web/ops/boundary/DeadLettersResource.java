package parley.web.ops.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import parley.web.account.signin.Operators;
import parley.web.ops.deadletter.DeadLetterList;
import parley.web.ops.deadletter.DeadLetterPage;
import parley.web.platform.rest.QueryParameters;

@Path("admin/dead-letters")
@RequestScoped
@RolesAllowed(Operators.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class DeadLettersResource {

    @Inject
    DeadLetterList letters;

    @GET
    @Operation(
            summary = "List the dead letters",
            description =
                    "For operators. The records that could not be stored and that no replay has stored since, newest"
                            + " first, without their contents.")
    @APIResponseSchema(value = DeadLetterPage.class, responseDescription = "The dead letters.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    public DeadLetterPage parked(
            @Parameter(
                            description = "At most so many.",
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"),
                            example = "50")
                    @QueryParam("limit")
                    String limit) {
        return letters.newest(QueryParameters.limit(limit));
    }
}
