package parley.web.file.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
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
import parley.domain.file.control.ClaimRules;
import parley.web.file.access.Disposition;
import parley.web.file.access.FileAccess;
import parley.web.file.access.Transfers;
import parley.web.file.storage.FileObject;
import parley.web.file.text.DocumentTexts;
import parley.web.file.upload.PartReader;
import parley.web.file.upload.Uploads;
import parley.web.platform.problem.ProblemResponses;
import parley.web.platform.rest.RequestIds;

@Path("files/{file}")
@RequestScoped
@Produces(MediaType.WILDCARD)
@Tag(name = "Files")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class FileResource {

    private static final String JPEG = "image/jpeg";

    @Inject
    FileAccess access;

    @Inject
    FileResponses responses;

    @Inject
    Uploads uploads;

    @Inject
    Transfers transfers;

    @Context
    SecurityContext security;

    @Context
    Request preconditions;

    @Context
    HttpServletRequest request;

    @GET
    @Operation(
            summary = "Get the contents of a file",
            description =
                    "For those who may read the message that has it, and for its owner before it is sent. 206 for a Range,"
                            + " 304 if the client has the contents, 416 if the range is not within the file. If the"
                            + " installation gives links to its storage, 307 with one that is valid for a short time: follow"
                            + " it without the header Authorization.")
    @APIResponse(
            responseCode = "200",
            description = "The contents, with the file's own media type.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response content(
            @Parameter(
                            description = "The file's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "4503599627370497")
                    @PathParam("file")
                    String id,
            @Parameter(
                            description = "A single range of bytes.",
                            schema = @Schema(implementation = String.class),
                            example = "bytes=0-1023")
                    @HeaderParam("Range")
                    String range) {
        var file = access.require(RequestIds.file(id), RequestIds.id(security));
        var object = FileObject.content(file.id());
        var link = responses.link(request, object, file.type(), Disposition.attachment(file));
        if (link.isPresent()) return link.get();
        return responses.answer(
                preconditions,
                request,
                RequestIds.id(security),
                object,
                file.size(),
                file.type(),
                Disposition.of(file),
                range);
    }

    @GET
    @Path("thumbnail")
    @Operation(
            summary = "Get the thumbnail of a picture, or the first page of a PDF file",
            description =
                    "A JPEG of at most 720 pixels, of a page at most 1,400, for those who may read the file. 404 if"
                            + " there is none; that of a page is made within seconds after the upload.")
    @APIResponse(
            responseCode = "200",
            description = "The thumbnail.",
            content = @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response thumbnail(
            @Parameter(
                            description = "The file's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "4503599627370497")
                    @PathParam("file")
                    String id) {
        var file = access.require(RequestIds.file(id), RequestIds.id(security));
        if (file.picture() == null && !DocumentTexts.mayHavePreview(file)) throw ClaimRules.notThere(file.id());
        return responses.whole(preconditions, request, RequestIds.id(security), FileObject.thumbnail(file.id()), JPEG);
    }

    @PUT
    @Produces(MediaType.APPLICATION_JSON)
    @Path("content")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Upload a part of a file",
            description =
                    "The whole file, or with Content-Range the part that follows what has arrived. At most 8 MiB at once."
                            + " After a lost answer, repeat the same request. Contents that differ from what was announced, or from"
                            + " what another request has uploaded at the same time, are a conflict.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponseSchema(value = UploadResponse.class, responseDescription = "What has arrived so far.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "403", ref = "Forbidden")
    @APIResponse(responseCode = "408", ref = "RequestTimeout")
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
        var owner = RequestIds.id(security);
        try (var transfer = transfers.upload(owner)) {
            return UploadResponse.of(uploads.receive(RequestIds.file(id), owner, range, body));
        } catch (PartReader.TooSlow slow) {
            throw new WebApplicationException(ProblemResponses.response(408, "request_timeout", slow.getMessage()));
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Path("upload")
    @Operation(
            summary = "Get the state of an upload",
            description = "For its owner, to continue an upload that was interrupted.")
    @APIResponseSchema(value = UploadResponse.class, responseDescription = "What has arrived so far.")
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
    @Operation(
            summary = "Remove a file that was not sent",
            description = "Also ends its upload. A file that was sent is removed by revoking its message.")
    @APIResponse(responseCode = "204", description = "The file is removed.")
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
