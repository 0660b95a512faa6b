package parley.web.file.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.web.file.upload.Uploads;
import parley.web.platform.rest.RequestIds;

@Path("files")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Files")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class FilesResource {

    @Inject
    Uploads uploads;

    @Context
    SecurityContext security;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Begin an upload",
            description = "Announces a file. Its contents follow in one or several parts; then a message can have it.")
    @APIResponseSchema(
            value = UploadResponse.class,
            responseCode = "201",
            responseDescription = "The upload has begun.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "408", ref = "RequestTimeout")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public Response begin(UploadRequest given) {
        var file = uploads.begin(RequestIds.id(security), given.name(), given.size());
        return Response.status(Response.Status.CREATED)
                .entity(UploadResponse.of(file))
                .build();
    }

    @PUT
    @Path("{file}/content")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Upload a part of a file",
            description =
                    "The whole file, or with Content-Range the part that follows what has arrived. At most 8 MiB at once."
                            + " After a lost answer, repeat the same request.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponseSchema(value = UploadResponse.class, responseDescription = "What has arrived so far.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "403", ref = "Forbidden")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    public UploadResponse receive(
            @Parameter(
                            description = "The file's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "4503599627370497")
                    @PathParam("file")
                    String id,
            @Parameter(
                            description = "Which part of the file the body is; the whole file if absent.",
                            schema = @Schema(implementation = String.class),
                            example = "bytes 0-48212/48213")
                    @HeaderParam("Content-Range")
                    String range,
            InputStream body) {
        return UploadResponse.of(uploads.receive(RequestIds.file(id), RequestIds.id(security), range, body));
    }

    @GET
    @Path("{file}/upload")
    @Operation(
            summary = "Get the state of an upload",
            description = "For its owner, to continue an upload that was interrupted.")
    @APIResponseSchema(value = UploadResponse.class, responseDescription = "What has arrived so far.")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public UploadResponse status(
            @Parameter(
                            description = "The file's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "4503599627370497")
                    @PathParam("file")
                    String id) {
        return UploadResponse.of(uploads.status(RequestIds.file(id), RequestIds.id(security)));
    }

    @DELETE
    @Path("{file}")
    @Operation(
            summary = "Remove a file that was not sent",
            description = "Also ends its upload. A file that was sent is removed by revoking its message.")
    @APIResponse(responseCode = "204", description = "The file is removed.")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response remove(
            @Parameter(
                            description = "The file's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "4503599627370497")
                    @PathParam("file")
                    String id) {
        uploads.remove(RequestIds.file(id), RequestIds.id(security));
        return Response.noContent().build();
    }
}
