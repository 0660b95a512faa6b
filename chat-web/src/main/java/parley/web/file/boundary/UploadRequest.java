package parley.web.file.boundary;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A file to upload.")
public record UploadRequest(
        @Schema(
                description = "Its name; folders and characters that names cannot have are removed.",
                examples = "boiler.jpg")
        @NotNull(message = "is required")
        @Size(max = 1_000, message = "at most 1,000 characters")
        String name,

        @Schema(description = "Its size in bytes.", examples = "48213")
        @NotNull(message = "is required")
        @Min(value = 1, message = "at least 1")
        Long size) {

    /** Hides the name. */
    @Override
    public String toString() {
        return "UploadRequest[" + size + "]";
    }
}
