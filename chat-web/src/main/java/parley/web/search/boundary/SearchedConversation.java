package parley.web.search.boundary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.json.UserResponse;
import parley.web.search.FoundMessage;

@Schema(
        description = "The conversation of a message that was found.",
        requiredProperties = {"id", "kind"})
public record SearchedConversation(
        @Schema(description = "The id of the conversation.", examples = "42")
        long id,

        @Schema(
                description = "A direct conversation has exactly two members.",
                enumeration = {"direct", "group"},
                examples = "group")
        String kind,

        @Schema(description = "The title of a group; absent if it has none.", examples = "Engine room")
        String title,

        @Schema(description = "The other member of a direct conversation.")
        UserResponse user) {

    static SearchedConversation of(FoundMessage found) {
        return new SearchedConversation(
                found.view().conversation().value(),
                found.group() == null ? "direct" : "group",
                found.group() == null ? null : found.group().title(),
                found.other() == null ? null : UserResponse.of(found.other()));
    }
}
