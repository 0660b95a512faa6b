package parley.web.own.part;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.own.control.OwnRules;
import parley.web.platform.constraint.Checked;

@Schema(description = "What alerts the user, where a conversation has no settings of its own.")
@Checked
public record NotificationSettings(
        @Schema(description = "Messages in direct conversations; true if absent.", examples = "true")
        Boolean direct,

        @Schema(description = "Mentions of the user; true if absent.", examples = "true")
        Boolean mentions,

        @Schema(description = "Mentions of everyone in a group; true if absent.", examples = "true")
        Boolean channel,

        @Schema(description = "Every message in groups; false if absent.", examples = "false")
        Boolean everything,

        @Schema(description = "Whether an alert makes a sound; true if absent.", examples = "true")
        Boolean sound,

        @Schema(description = "Whether an alert is shown on the desktop; true if absent.", examples = "true")
        Boolean desktop,

        @Schema(
                description = "At most 50 words of 1 to 50 characters that alert the user like a mention.",
                examples = "[\"deploy\"]")
        List<String> keywords)
        implements OwnSetting {

    static final NotificationSettings NONE = new NotificationSettings(null, null, null, null, null, null, null);

    @Override
    public void check() {
        OwnRules.keywords(keywords);
    }

    @Override
    public Record stored(Instant now) {
        return withDefaults();
    }

    public NotificationSettings withDefaults() {
        return new NotificationSettings(
                or(direct, true),
                or(mentions, true),
                or(channel, true),
                or(everything, false),
                or(sound, true),
                or(desktop, true),
                OwnRules.keywords(keywords));
    }

    static Boolean or(Boolean given, boolean standard) {
        return given == null ? Boolean.valueOf(standard) : given;
    }
}
