package parley.web.message.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.json.MessageResponse;

@Schema(
        description = "A page of a conversation's history.",
        requiredProperties = {"items", "fresh"})
public record MessagePage(
        @Schema(description = "The messages, oldest first.") List<MessageResponse> items,

        @Schema(
                description = "The position for the next page in the same direction; absent on the last page.",
                examples = "1099511627740")
        Long next,

        @Schema(
                description = "False if the log did not answer, so that the newest messages may be missing.",
                examples = "true")
        boolean fresh) {}
