package parley.web.search.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.json.MessageResponse;
import parley.web.search.FoundMessage;

@Schema(
        description = "A message that was found.",
        requiredProperties = {"msg", "conversation", "highlights"})
public record SearchHit(
        @Schema(description = "The message in its current state, without its quote.")
        MessageResponse msg,

        @Schema(description = "Where it is.") SearchedConversation conversation,

        @Schema(description = "The parts of its body that match, in order; empty if the query has no words.")
        List<HighlightResponse> highlights,

        @Schema(
                description = "The ids of the files whose text matches; absent if there are none.",
                examples = "[4503599627370497]")
        List<Long> files,

        @Schema(description = "Of each of these files, the text around the first place that matches.")
        List<ExcerptResponse> excerpts) {

    static SearchHit of(FoundMessage found) {
        return new SearchHit(
                MessageResponse.of(found.view()),
                SearchedConversation.of(found),
                found.highlights().stream().map(HighlightResponse::of).toList(),
                present(found.excerpts().stream()
                        .map(excerpt -> excerpt.file().value())
                        .toList()),
                present(found.excerpts().stream().map(ExcerptResponse::of).toList()));
    }

    private static <T> List<T> present(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
