package parley.web.message.boundary;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.constraint.ValidTitle;
import parley.web.platform.constraint.ValidUserId;

@Schema(description = "A new group.")
public record GroupRequest(
        @Schema(description = "1 to 100 characters.", examples = "Engine room")
        @NotNull(message = "is required")
        @ValidTitle
        String title,

        @Schema(description = "The ids of the members; the caller is added as the owner.", examples = "[9, 12]")
        @NotEmpty(message = "at least one user id is required")
        List<@ValidUserId Long> members) {}
