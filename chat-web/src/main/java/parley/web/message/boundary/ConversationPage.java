package parley.web.message.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.json.ConversationResponse;

@Schema(
        description = "A page of the caller's conversations.",
        requiredProperties = {"items"})
public record ConversationPage(
        @Schema(description = "The conversations, most recently active first.")
        List<ConversationResponse> items,

        @Schema(
                description = "The value of after for the next page, opaque; absent on the last page.",
                examples = "1772360130123456-42")
        String next) {}
