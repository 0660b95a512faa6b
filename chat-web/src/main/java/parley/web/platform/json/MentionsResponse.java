package parley.web.platform.json;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.identity.UserId;
import parley.domain.message.entity.Mentions;

@Schema(
        name = "Mentions",
        description = "Whom a message mentions.",
        requiredProperties = {"users"})
public record MentionsResponse(
        @Schema(description = "The ids of the members mentioned by name.", examples = "[7, 9]")
        List<Long> users,

        @Schema(
                description = "Present if everyone is mentioned.",
                enumeration = {"channel", "here"},
                examples = "channel")
        String everyone) {

    /** Null if nobody is mentioned. */
    static MentionsResponse of(Mentions mentions) {
        if (mentions.isNone()) return null;
        return new MentionsResponse(
                mentions.users().stream().map(UserId::value).toList(),
                mentions.everyone() == null ? null : mentions.everyone().code());
    }
}
