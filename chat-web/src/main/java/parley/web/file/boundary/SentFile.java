package parley.web.file.boundary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.file.entity.FileView;
import parley.web.platform.json.FileResponse;

@Schema(
        description = "A file and the message that has it.",
        requiredProperties = {"pos", "from", "file"})
public record SentFile(
        @Schema(description = "The position of the message.", examples = "1099511627780")
        long pos,

        @Schema(description = "The id of the sender.", examples = "7")
        long from,

        @Schema(description = "The file.") FileResponse file) {

    static SentFile of(FileView file) {
        return new SentFile(file.place().pos().value(), file.owner().value(), FileResponse.of(file.attached()));
    }
}
