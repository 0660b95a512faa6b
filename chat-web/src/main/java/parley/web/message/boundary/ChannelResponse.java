package parley.web.message.boundary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.conversation.entity.GroupListing;

@Schema(
        name = "Channel",
        description = "A public group in the directory.",
        requiredProperties = {"id", "title", "memberCount", "joined"})
public record ChannelResponse(
        @Schema(description = "The conversation's id.", examples = "42")
        long id,

        @Schema(description = "The title of the group.", examples = "Engine room")
        String title,

        @Schema(description = "What the group is about; absent if it has no topic.", examples = "Boilers and pumps")
        String topic,

        @Schema(description = "The number of members.", examples = "2")
        int memberCount,

        @Schema(description = "Whether the caller is a member.", examples = "false")
        boolean joined) {

    static ChannelResponse of(GroupListing group) {
        return new ChannelResponse(
                group.id().value(), group.title(), group.topic(), group.memberCount(), group.joined());
    }
}
