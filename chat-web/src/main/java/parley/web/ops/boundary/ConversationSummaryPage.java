package parley.web.ops.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "A page of all conversations.",
        requiredProperties = {"items"})
public record ConversationSummaryPage(
        @Schema(description = "The conversations, by id.") List<ConversationSummaryResponse> items,

        @Schema(description = "The value of after for the next page; absent on the last page.", examples = "42")
        Long next) {}
