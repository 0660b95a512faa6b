package parley.web.own.boundary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "The version of a change of the caller's own state.",
        requiredProperties = {"version"})
public record OwnVersion(
        @Schema(description = "Greater than that of every earlier change.", examples = "12")
        long version) {}
