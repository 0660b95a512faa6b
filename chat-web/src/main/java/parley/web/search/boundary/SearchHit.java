package parley.web.search.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.identity.FileId;
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
        List<Long> files) {

    static SearchHit of(FoundMessage found) {
        return new SearchHit(
                MessageResponse.of(found.view()),
                SearchedConversation.of(found),
                found.highlights().stream().map(HighlightResponse::of).toList(),
                found.files().isEmpty()
                        ? null
                        : found.files().stream().map(FileId::value).toList());
    }
}
