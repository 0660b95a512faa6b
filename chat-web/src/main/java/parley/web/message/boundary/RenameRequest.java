package parley.web.message.boundary;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.constraint.ValidTitle;

@Schema(description = "A group's new title.")
public record RenameRequest(
        @Schema(description = "1 to 100 characters.", examples = "Engine room")
        @NotNull(message = "is required")
        @ValidTitle
        String title) {}
