package parley.web.search.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.search.query.DocumentExcerpt;

@Schema(
        name = "Excerpt",
        description = "A part of the text of a document.",
        requiredProperties = {"file", "text", "highlights"})
public record ExcerptResponse(
        @Schema(description = "The id of the file.", examples = "4503599627370497")
        long file,

        @Schema(
                description = "At most 240 UTF-16 code units, in one line.",
                examples = "before winter: the boiler must be checked every year, and")
        String text,

        @Schema(description = "The parts of text that match, in order.")
        List<HighlightResponse> highlights) {

    static ExcerptResponse of(DocumentExcerpt excerpt) {
        return new ExcerptResponse(
                excerpt.file().value(),
                excerpt.text(),
                excerpt.highlights().stream().map(HighlightResponse::of).toList());
    }

    /** Hides the text. */
    @Override
    public String toString() {
        return "ExcerptResponse[" + file + "]";
    }
}
