package parley.web.message.boundary;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.identity.FileId;
import parley.domain.message.entity.AttachedFile;
import parley.domain.message.entity.Body;
import parley.web.platform.constraint.Checkable;
import parley.web.platform.constraint.Checked;
import parley.web.platform.constraint.ValidCid;
import parley.web.platform.constraint.ValidPosition;

@Schema(description = "A message to send.")
@Checked
public record SendRequest(
        @Schema(
                description = "A UUIDv7 that the client generates for this message, and repeats in every retry.",
                examples = "01890a5d-ac96-774b-bcce-b302099a8057")
        @NotNull(message = "is required")
        @ValidCid
        String cid,

        @Schema(
                description =
                        "1 to 4,000 characters, at least one of them visible; may be absent or empty if there are files.",
                examples = "Lunch at 12?")
        String body,

        @Schema(description = "The position of the message that this one replies to.", examples = "1099511627779")
        @ValidPosition
        Long replyTo,

        @Schema(
                description = "The ids of complete uploads of the sender, at most 10; each can be sent once.",
                examples = "[]")
        List<Long> files)
        implements Checkable {

    @Override
    public void check() {
        var ids = fileIds();
        if (ids.size() > AttachedFile.MOST || Set.copyOf(ids).size() < ids.size())
            throw new IllegalArgumentException("files: at most " + AttachedFile.MOST + " different ids");
        if (body == null && ids.isEmpty()) throw new IllegalArgumentException("body: is required");
        text();
    }

    Body text() {
        return (body == null || body.isEmpty()) && !fileIds().isEmpty() ? Body.NONE : Body.of(body);
    }

    List<FileId> fileIds() {
        return files == null
                ? List.of()
                : files.stream().map(SendRequest::fileId).toList();
    }

    private static FileId fileId(long id) {
        try {
            return new FileId(id);
        } catch (IllegalArgumentException impossible) {
            throw new IllegalArgumentException("files: ids of files are needed", impossible);
        }
    }

    /** Hides the text. */
    @Override
    public String toString() {
        return "SendRequest[" + cid + "]";
    }
}
