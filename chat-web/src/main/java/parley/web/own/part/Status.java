package parley.web.own.part;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.own.control.OwnRules;
import parley.domain.text.TextRules;
import parley.web.platform.constraint.Checked;

@Schema(description = "What others see that the user is doing.")
@Checked
public record Status(
        @Schema(description = "At most 100 characters.", examples = "At lunch")
        String text,

        @Schema(description = "One emoji.", examples = "🍜") String emoji,

        @Schema(
                description = "When it ends, at most a year from now; if absent, when the user changes it.",
                examples = "2026-03-01T12:00:00Z")
        String until)
        implements OwnSetting {

    @Override
    public void check() {
        OwnRules.statusText(text);
        normalEmoji();
        OwnRules.instant("until", until);
    }

    private String normalEmoji() {
        return emoji == null || emoji.isEmpty() ? null : TextRules.emoji(emoji);
    }

    @Override
    public Record stored(Instant now) {
        var normal = OwnRules.statusText(text);
        var end = OwnRules.end("until", end(), now);
        if (normal == null && normalEmoji() == null) return null;
        return new Status(normal, normalEmoji(), end == null ? null : end.toString());
    }

    /** Null if it does not end by itself. */
    public Instant end() {
        return OwnRules.instant("until", until);
    }

    public boolean hasEnded(Instant now) {
        var end = end();
        return end != null && !now.isBefore(end);
    }

    /** Hides the text. */
    @Override
    public String toString() {
        return "Status[" + until + "]";
    }
}
