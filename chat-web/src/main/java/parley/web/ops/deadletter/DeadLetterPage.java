package parley.web.ops.deadletter;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "The dead letters that are still parked.",
        requiredProperties = {"items", "more"})
public record DeadLetterPage(
        @Schema(description = "The dead letters, newest first.")
        List<DeadLetterResponse> items,

        @Schema(description = "Whether there may be more than these.", examples = "false")
        boolean more) {}
