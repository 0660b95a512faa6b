package parley.web.message.boundary;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.group.GroupAttributes;
import parley.domain.group.HistoryAccess;
import parley.domain.group.Posting;
import parley.domain.group.Visibility;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;
import parley.domain.text.TextRules;
import parley.web.platform.constraint.ValidTitle;
import parley.web.platform.constraint.ValidTopic;
import parley.web.platform.constraint.ValidUserId;

@Schema(description = "A new group.")
public record GroupRequest(
        @Schema(
                description = "1 to 100 characters; required for a public group, and for one without other members.",
                examples = "Engine room")
        @ValidTitle
        String title,

        @Schema(description = "Up to 250 characters.", examples = "Boilers and pumps") @ValidTopic
        String topic,

        @Schema(
                description = "Whether only members find and read the group, or everybody.",
                enumeration = {"private", "public"},
                defaultValue = "private",
                examples = "private")
        @Pattern(regexp = "private|public", message = "private or public")
        String visibility,

        @Schema(
                description = "Whether all members can write, or only owners and moderators.",
                enumeration = {"all", "moderators"},
                defaultValue = "all",
                examples = "all")
        @Pattern(regexp = "all|moderators", message = "all or moderators")
        String posting,

        @Schema(
                description = "Whether new members read everything, or what follows their joining.",
                enumeration = {"all", "joined"},
                defaultValue = "all",
                examples = "all")
        @Pattern(regexp = "all|joined", message = "all or joined")
        String history,

        @Schema(
                description = "The ids of the members, which may be none; the caller is added as the owner.",
                examples = "[9, 12]")
        @NotNull(message = "is required")
        List<@ValidUserId Long> members) {

    /**
     * @param maker the caller, who is no other member
     * @throws Refused {@code bad_request} if a title is missing
     */
    GroupAttributes attributes(UserId maker) {
        boolean isPublic = "public".equals(visibility);
        if (title == null && isPublic) throw Refused.invalid(Map.of("title", "title: a public group needs a title"));
        if (title == null && members.stream().allMatch(member -> member == maker.value()))
            throw Refused.invalid(Map.of("members", "members: a group without a title needs another member"));
        return new GroupAttributes(
                title == null ? null : TextRules.title(title),
                topic == null ? null : TextRules.topic(topic),
                isPublic ? Visibility.PUBLIC : Visibility.PRIVATE,
                posting == null ? Posting.ALL : Posting.of(posting),
                false,
                history == null ? HistoryAccess.ALL : HistoryAccess.of(history));
    }

    Set<UserId> users() {
        return members.stream().map(UserId::new).collect(Collectors.toSet());
    }
}
