package parley.web.own.part;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.own.control.OwnRules;
import parley.log.codec.WeeklyHours;
import parley.web.platform.constraint.Checked;

@Schema(description = "When the user works. Without any field: the user has no working hours.")
@Checked
public record WorkingHours(
        @Schema(description = "The time zone, as in the IANA time zone database.", examples = "Europe/Stockholm")
        String zone,

        @Schema(description = "The days of the week on which it begins: 1 is Monday, 7 Sunday.", examples = "[1, 2, 3]")
        List<Integer> days,

        @Schema(description = "The time of day at which it begins.", examples = "09:00")
        String from,

        @Schema(
                description = "The time of day at which it ends; on the next day if it is before from.",
                examples = "17:30")
        String to)
        implements OwnSetting {

    @Override
    public void check() {
        if (isEmpty()) return;
        OwnRules.zone(zone);
        OwnRules.days(days);
        OwnRules.span(from, to);
    }

    private boolean isEmpty() {
        return zone == null && days == null && from == null && to == null;
    }

    /** What others may see of it. */
    WeeklyHours shown() {
        return new WeeklyHours(zone, days, from, to);
    }

    @Override
    public Record stored(Instant now) {
        return isEmpty() ? null : new WorkingHours(zone, OwnRules.days(days), from, to);
    }
}
