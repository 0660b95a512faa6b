package parley.web.file.boundary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.file.entity.FileView;
import parley.web.platform.json.FileResponse;

@Schema(
        name = "Upload",
        description = "A file of the caller, and how far its upload is.",
        requiredProperties = {"id", "name", "size", "received", "complete"})
public record UploadResponse(
        @Schema(description = "The id of the file.", examples = "4503599627370497")
        long id,

        @Schema(description = "The name of the file, as it was accepted.", examples = "boiler.jpg")
        String name,

        @Schema(
                description = "The size in bytes; of a complete picture, without the metadata that was removed.",
                examples = "48213")
        long size,

        @Schema(description = "The number of bytes that have arrived.", examples = "48213")
        long received,

        @Schema(description = "Whether it can be sent.", examples = "true")
        boolean complete,

        @Schema(description = "The file as messages describe it; absent until it is complete.")
        FileResponse file) {

    static UploadResponse of(FileView file) {
        return new UploadResponse(
                file.id().value(),
                file.name(),
                file.size(),
                file.received(),
                file.isComplete(),
                file.isComplete() ? FileResponse.of(file.attached()) : null);
    }
}
