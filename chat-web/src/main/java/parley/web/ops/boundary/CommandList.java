package parley.web.ops.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "The latest commands.",
        requiredProperties = {"items"})
public record CommandList(
        @Schema(description = "At most 50 commands, newest first.")
        List<CommandResponse> items) {}
