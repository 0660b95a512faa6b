package parley.web.platform.json;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.conversation.entity.ConversationKind;
import parley.domain.conversation.entity.ConversationView;

@Schema(
        name = "Conversation",
        description = "A conversation as the caller sees it.",
        requiredProperties = {"id", "kind", "memberCount", "unread", "mentions", "read"})
public record ConversationResponse(
        @Schema(description = "The conversation's id.", examples = "42")
        long id,

        @Schema(
                description = "A direct conversation has exactly two members.",
                enumeration = {"direct", "group"},
                examples = "group")
        String kind,

        @Schema(description = "The title of a group; absent if it has none.", examples = "Engine room")
        String title,

        @Schema(description = "What a group is about; absent if it has no topic.", examples = "Boilers and pumps")
        String topic,

        @Schema(
                description = "Only for groups: whether only members find and read it, or everybody.",
                enumeration = {"private", "public"},
                examples = "private")
        String visibility,

        @Schema(
                description = "Only for groups: whether all members can write, or only owners and moderators.",
                enumeration = {"all", "moderators"},
                examples = "all")
        String posting,

        @Schema(description = "True if the group is read-only; otherwise absent.", examples = "true")
        Boolean archived,

        @Schema(
                description = "Only for groups: whether new members read everything, or what follows their joining.",
                enumeration = {"all", "joined"},
                examples = "all")
        String history,

        @Schema(
                description = "What the caller is; absent if the caller is not a member of the public group.",
                enumeration = {"owner", "moderator", "member"},
                examples = "owner")
        String role,

        @Schema(description = "The number of members.", examples = "2")
        int memberCount,

        @Schema(description = "The members; absent for groups with more than 50.")
        List<MemberResponse> members,

        @Schema(description = "The last message; absent if there is none.")
        MessageResponse last,

        @Schema(description = "The number of messages by others after read that were not revoked.", examples = "3")
        long unread,

        @Schema(description = "The number of unread messages that mention the caller.", examples = "1")
        long mentions,

        @Schema(
                description = "The caller's place: messages after this position are unread.",
                examples = "1099511627780")
        long read,

        @Schema(
                description = "Present if the place was set back: what the caller sent up to this position, which may"
                        + " still be delivered, does not move it.",
                examples = "1099511627790")
        Long back,

        @Schema(
                description = "The position of the caller's last message, or of the record with which the caller joined;"
                        + " absent if the place was set back after it.",
                examples = "1099511627795")
        Long sent) {

    public static ConversationResponse of(ConversationView view) {
        var group = view.kind() == ConversationKind.GROUP ? view.attributes() : null;
        var members = view.members().stream().map(MemberResponse::of).toList();
        return new ConversationResponse(
                view.id().value(),
                view.kind().code(),
                group == null ? null : group.title(),
                group == null ? null : group.topic(),
                group == null ? null : group.visibility().code(),
                group == null ? null : group.posting().code(),
                group != null && group.archived() ? Boolean.TRUE : null,
                group == null ? null : group.history().code(),
                view.role() == null ? null : view.role().code(),
                view.memberCount(),
                members.isEmpty() ? null : members,
                view.last() == null ? null : MessageResponse.of(view.last()),
                view.unread().unread(),
                view.unread().mentions(),
                view.reading().place().value(),
                view.reading().isSetBack() ? view.reading().backAt().value() : null,
                view.reading().hasSentSince() ? view.reading().sent().value() : null);
    }
}
