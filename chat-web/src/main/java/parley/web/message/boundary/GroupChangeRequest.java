package parley.web.message.boundary;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.group.AttributeChange;
import parley.domain.group.HistoryAccess;
import parley.domain.group.Posting;
import parley.domain.group.Visibility;
import parley.domain.text.TextRules;
import parley.web.platform.constraint.ValidTitle;
import parley.web.platform.constraint.ValidTopic;

@Schema(description = "New values of a group's attributes; what is absent stays as it is.")
public record GroupChangeRequest(
        @Schema(description = "1 to 100 characters.", examples = "Engine room") @ValidTitle
        String title,

        @Schema(description = "Up to 250 characters; empty removes the topic.", examples = "Boilers and pumps")
        @ValidTopic
        String topic,

        @Schema(
                description = "Whether only members find and read the group, or everybody.",
                enumeration = {"private", "public"},
                examples = "public")
        @Pattern(regexp = "private|public", message = "private or public")
        String visibility,

        @Schema(
                description = "Whether all members can write, or only owners and moderators.",
                enumeration = {"all", "moderators"},
                examples = "moderators")
        @Pattern(regexp = "all|moderators", message = "all or moderators")
        String posting,

        @Schema(description = "True makes the group read-only, false restores it.", examples = "true")
        Boolean archived,

        @Schema(
                description = "Whether new members read everything, or what follows their joining.",
                enumeration = {"all", "joined"},
                examples = "joined")
        @Pattern(regexp = "all|joined", message = "all or joined")
        String history) {

    AttributeChange change() {
        return new AttributeChange(
                title == null ? null : TextRules.title(title),
                topic == null ? null : TextRules.topic(topic),
                visibility == null ? null : Visibility.of(visibility),
                posting == null ? null : Posting.of(posting),
                archived,
                history == null ? null : HistoryAccess.of(history));
    }
}
