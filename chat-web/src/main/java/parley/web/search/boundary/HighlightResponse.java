package parley.web.search.boundary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.search.query.TextMatch;

@Schema(
        name = "Highlight",
        description = "A part of the body that matches, in UTF-16 code units, as JavaScript counts them.",
        requiredProperties = {"start", "end"})
public record HighlightResponse(
        @Schema(description = "The first unit.", examples = "0")
        int start,

        @Schema(description = "The unit after the last one.", examples = "5")
        int end) {

    static HighlightResponse of(TextMatch.Range range) {
        return new HighlightResponse(range.start(), range.end());
    }
}
