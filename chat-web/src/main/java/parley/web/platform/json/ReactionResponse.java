package parley.web.platform.json;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.identity.UserId;
import parley.domain.message.entity.MessageView;

@Schema(
        name = "Reaction",
        description = "An emoji and who reacted with it.",
        requiredProperties = {"emoji", "users"})
public record ReactionResponse(
        @Schema(description = "One emoji in its qualified form.", examples = "👍")
        String emoji,

        @Schema(description = "The ids of the users, in the order of their reactions.", examples = "[7, 9]")
        List<Long> users) {

    static ReactionResponse of(MessageView.Reactions reactions) {
        return new ReactionResponse(
                reactions.emoji(), reactions.users().stream().map(UserId::value).toList());
    }
}
