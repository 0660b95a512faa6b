package parley.web.own.boundary;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.constraint.ValidDisplayName;

@Schema(description = "A change of the caller's profile.")
public record ProfileRequest(
        @Schema(description = "1 to 100 characters.", examples = "Ada Lovelace")
        @NotNull(message = "is required")
        @ValidDisplayName
        String displayName) {}
