package parley.web.message.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.json.MessageResponse;

@Schema(
        description = "A page of the messages that mention the caller.",
        requiredProperties = {"items"})
public record MentionPage(
        @Schema(description = "The messages, newest first; can be fewer than asked for even if there are more.")
        List<MessageResponse> items,

        @Schema(
                description = "The value of after for the next page, opaque; absent on the last page.",
                examples = "1772360130123456-42-1099511627780")
        String next) {}
