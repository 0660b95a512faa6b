package parley.web.ops.boundary;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A command for the persisters.")
@ValidCommand
public record CommandRequest(
        @Schema(
                description =
                        "replay: store the dead letters again. repair: let a partition continue although the log lost its"
                                + " next records.",
                enumeration = {"replay", "repair"},
                examples = "repair")
        @NotNull(message = "is required")
        String kind,

        @Schema(description = "The partition of the log; for repair only.", examples = "3")
        Integer partition) {}
