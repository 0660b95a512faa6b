package parley.web.platform.json;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "The live sessions of a user.",
        requiredProperties = {"items"})
public record SessionItems(
        @Schema(description = "At most 100 sessions, newest first.")
        List<SessionItem> items) {}
