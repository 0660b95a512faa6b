package parley.web.preview.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.web.platform.limits.LimitKind;
import parley.web.platform.limits.RateLimited;
import parley.web.platform.rest.RequestIds;
import parley.web.preview.MessagePreviews;

@Path("conversations/{id}/messages/{pos}/preview")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class PreviewResource {

    @Inject
    MessagePreviews previews;

    @Context
    SecurityContext security;

    @GET
    @RateLimited(LimitKind.PREVIEW)
    @Operation(
            summary = "Get the preview of a message's first link",
            description =
                    "For those who may read the message. The node fetches the page if previews are turned on, so the"
                            + " answer can take some seconds. 503 if it is to be asked again.")
    @APIResponseSchema(value = PreviewResponse.class, responseDescription = "The preview, if there is one.")
    public PreviewResponse preview(
            @Parameter(
                            description = "The conversation's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
                    @PathParam("id")
                    String id,
            @Parameter(
                            description = "The position of the message.",
                            schema = @Schema(implementation = Long.class),
                            example = "1099511627780")
                    @PathParam("pos")
                    String pos) {
        return previews.find(RequestIds.conversation(id), RequestIds.position(pos), RequestIds.id(security))
                .map(PreviewResponse::of)
                .orElseGet(PreviewResponse::none);
    }
}
