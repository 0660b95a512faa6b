package parley.web.own.part;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.own.control.OwnRules;
import parley.web.platform.constraint.Checked;

@Schema(description = "A time during which nothing alerts the user.")
@Checked
public record DoNotDisturb(
        @Schema(
                description = "When it ends, at most a year from now; if absent, it ends at once.",
                examples = "2026-03-01T18:00:00Z")
        String until)
        implements OwnSetting {

    @Override
    public void check() {
        end();
    }

    @Override
    public Record stored(Instant now) {
        var end = OwnRules.end("until", end(), now);
        return end == null ? null : new DoNotDisturb(end.toString());
    }

    /** Null if there is none. */
    public Instant end() {
        return OwnRules.instant("until", until);
    }

    public boolean hasEnded(Instant now) {
        var end = end();
        return end != null && !now.isBefore(end);
    }
}
