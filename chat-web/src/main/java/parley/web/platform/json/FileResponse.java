package parley.web.platform.json;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.message.entity.AttachedFile;

@Schema(
        name = "File",
        description = "A file of a message.",
        requiredProperties = {"id", "name", "size", "type"})
public record FileResponse(
        @Schema(description = "The id of the file.", examples = "4503599627370497")
        long id,

        @Schema(description = "The name of the file.", examples = "boiler.jpg")
        String name,

        @Schema(description = "The size in bytes.", examples = "48213")
        long size,

        @Schema(description = "The media type, as detected from the contents.", examples = "image/jpeg")
        String type,

        @Schema(description = "The width in pixels of a picture that has a thumbnail.", examples = "1600")
        Integer width,

        @Schema(description = "The height in pixels of a picture that has a thumbnail.", examples = "1200")
        Integer height,

        @Schema(
                description = "A tiny PNG in Base64 that can be shown until the picture is loaded.",
                examples = "iVBORw0KGgo=")
        String placeholder) {

    /** Null if there are none. */
    static List<FileResponse> of(List<AttachedFile> files) {
        return files.isEmpty() ? null : files.stream().map(FileResponse::of).toList();
    }

    public static FileResponse of(AttachedFile file) {
        var picture = file.picture();
        return new FileResponse(
                file.id().value(),
                file.name(),
                file.size(),
                file.type(),
                picture == null ? null : (Integer) picture.width(),
                picture == null ? null : (Integer) picture.height(),
                picture == null ? null : picture.placeholder());
    }
}
