package parley.web.platform.json;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.conversation.entity.ConversationView;

@Schema(
        name = "Member",
        description = "A member of a conversation.",
        requiredProperties = {"user", "role", "read"})
public record MemberResponse(
        @Schema(description = "The user's id.", examples = "7")
        long user,

        @Schema(description = "Absent if the node does not know it while the database is down.", examples = "ada")
        String username,

        @Schema(description = "Present together with the username.", examples = "Ada Lovelace")
        String displayName,

        @Schema(
                description = "What the member may do.",
                enumeration = {"owner", "moderator", "member"},
                examples = "owner")
        String role,

        @Schema(
                description =
                        "The greatest position up to which the member has ever read; for the caller, their place.",
                examples = "1099511627780")
        long read) {

    public static MemberResponse of(ConversationView.Member member) {
        return new MemberResponse(
                member.user().value(),
                member.username(),
                member.username() == null ? null : member.displayName(),
                member.role().code(),
                member.read().value());
    }
}
