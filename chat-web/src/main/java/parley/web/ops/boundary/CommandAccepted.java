package parley.web.ops.boundary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "A command that waits for a persister.",
        requiredProperties = {"id"})
public record CommandAccepted(
        @Schema(description = "The id of the command in the list.", examples = "12")
        long id) {}
