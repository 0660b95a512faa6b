package parley.web.own.part;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import parley.domain.identity.UserId;
import parley.domain.json.StrictJson;
import parley.domain.own.entity.OwnPart;
import parley.domain.own.entity.OwnSettings;
import parley.log.codec.UserStatus;
import parley.web.platform.json.RecordJson;
import parley.web.platform.request.RecordBinder;

/** Reads the settings that the database keeps. What has ended is left out; what is missing has its default. */
public final class StoredParts {

    private StoredParts() {}

    public static NotificationSettings settings(OwnSettings stored) {
        return read(NotificationSettings.class, stored.content(OwnPart.SETTINGS))
                .orElse(NotificationSettings.NONE)
                .withDefaults();
    }

    public static Sidebar sidebar(OwnSettings stored) {
        return read(Sidebar.class, stored.content(OwnPart.SIDEBAR))
                .orElse(Sidebar.NONE)
                .withDefaults();
    }

    public static Preferences preferences(OwnSettings stored) {
        return read(Preferences.class, stored.content(OwnPart.PREFERENCES))
                .orElse(Preferences.NONE)
                .withDefaults();
    }

    /** Null if there are none. */
    public static WorkingHours hours(OwnSettings stored) {
        return read(WorkingHours.class, stored.content(OwnPart.HOURS)).orElse(null);
    }

    /** Null if there is none, or it has ended. */
    public static Status status(OwnSettings stored, Instant now) {
        return read(Status.class, stored.content(OwnPart.STATUS))
                .filter(status -> !status.hasEnded(now))
                .orElse(null);
    }

    /** Null if there is none, or it has ended. */
    public static DoNotDisturb dnd(OwnSettings stored, Instant now) {
        return read(DoNotDisturb.class, stored.content(OwnPart.DND))
                .filter(dnd -> !dnd.hasEnded(now))
                .orElse(null);
    }

    /** The part as REST shows it; {@link JsonValue#NULL} if it is not set. */
    public static JsonValue value(OwnPart part, OwnSettings stored, Instant now) {
        var record = switch (part) {
            case SETTINGS -> settings(stored);
            case SIDEBAR -> sidebar(stored);
            case PREFERENCES -> preferences(stored);
            case HOURS -> hours(stored);
            case STATUS -> status(stored, now);
            case DND -> dnd(stored, now);
            case PROFILE, BLOCKS, DRAFT, CONVERSATION -> throw new IllegalArgumentException("not a setting: " + part);
        };
        return record == null
                ? JsonValue.NULL
                : RecordJson.object((Record) record).build();
    }

    /** What others may see of it. */
    public static UserStatus shown(UserId user, OwnSettings stored, Instant now) {
        var status = status(stored, now);
        var dnd = dnd(stored, now);
        var hours = hours(stored);
        var preferences = preferences(stored);
        return new UserStatus(
                user,
                stored.version(),
                status == null ? null : status.text(),
                status == null ? null : status.emoji(),
                status == null ? null : status.end(),
                dnd == null ? null : dnd.end(),
                preferences.hideLastSeen(),
                preferences.zone(),
                hours == null ? null : hours.shown());
    }

    private static <T extends Record> Optional<T> read(Class<T> type, Optional<String> json) {
        return json.map(text -> RecordBinder.bind(type, StrictJson.object(text)));
    }
}
