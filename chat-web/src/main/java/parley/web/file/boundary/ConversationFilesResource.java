package parley.web.file.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import parley.domain.file.entity.FileKind;
import parley.web.file.access.FileList;
import parley.web.platform.rest.QueryParameters;
import parley.web.platform.rest.RequestIds;

@Path("conversations/{id}/files")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Files")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class ConversationFilesResource {

    @Inject
    FileList files;

    @Context
    SecurityContext security;

    @GET
    @Operation(
            summary = "List the files of a conversation",
            description =
                    "Those of stored messages that the caller may read, newest message first, without revoked ones.")
    @APIResponseSchema(value = FilePage.class, responseDescription = "A page of files.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    public FilePage list(
            @Parameter(
                            description = "The conversation's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
                    @PathParam("id")
                    String id,
            @Parameter(
                            description = "Only files of this kind.",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"image", "audio", "video", "other"}),
                            example = "image")
                    @QueryParam("kind")
                    String kind,
            @Parameter(description = "The next of the page before.", example = "1099511627780-4503599627370497")
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
        var conversation = RequestIds.conversation(id);
        int most = QueryParameters.limit(limit);
        var from = QueryParameters.value("after", after, FileCursor::parse);
        var page = files.page(
                conversation,
                RequestIds.id(security),
                QueryParameters.value("kind", kind, FileKind::parse),
                from == null ? null : from.pos(),
                from == null ? 0 : from.id(),
                most + 1);
        boolean more = page.size() > most;
        var items = page.stream()
                .limit(most)
                .filter(file -> !files.isRevoked(file))
                .map(SentFile::of)
                .toList();
        return new FilePage(items, more ? FileCursor.after(page.get(most - 1)) : null);
    }
}
