package parley.web.file.boundary;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.file.entity.AnnouncedFile;

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
        Long size,

        @Schema(
                description = "The SHA-256 of its contents in hexadecimal, if they have to be compared with it.",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Pattern(regexp = "[0-9a-fA-F]{64}", message = "64 hexadecimal digits")
        String sha256) {

    AnnouncedFile announced() {
        return new AnnouncedFile(
                name, size, sha256 == null ? null : HexFormat.of().parseHex(sha256));
    }

    /** Hides the name. */
    @Override
    public String toString() {
        return "UploadRequest[" + size + "]";
    }
}
