package parley.web.own.boundary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.own.part.DraftResponse;

@Schema(
        description = "What is stored after a change of a draft.",
        requiredProperties = {"version"})
public record DraftAnswer(
        @Schema(description = "The version of what is stored.", examples = "12")
        long version,

        @Schema(description = "The draft: the given one, or a later one; absent if there is none.")
        DraftResponse draft) {}
