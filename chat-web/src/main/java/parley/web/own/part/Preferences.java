package parley.web.own.part;

import jakarta.json.JsonObject;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.own.control.OwnRules;
import parley.web.platform.constraint.Checked;

@Schema(description = "How the user wants the client to look and behave.")
@Checked
public record Preferences(
        @Schema(
                description = "The colors; as the system's if absent.",
                enumeration = {"system", "light", "dark", "contrast"},
                examples = "dark")
        @Pattern(regexp = "system|light|dark|contrast", message = "system, light, dark or contrast")
        String theme,

        @Schema(
                description = "The height of rows; comfortable if absent.",
                enumeration = {"comfortable", "compact"},
                examples = "compact")
        @Pattern(regexp = "comfortable|compact", message = "comfortable or compact")
        String density,

        @Schema(description = "Whether Enter sends and Shift+Enter breaks the line; true if absent.", examples = "true")
        Boolean enterSends,

        @Schema(description = "A BCP 47 language tag; the browser's if absent.", examples = "pt-BR")
        String language,

        @Schema(
                description = "How times of day are shown; as usual in the language if absent.",
                enumeration = {"auto", "12", "24"},
                examples = "24")
        @Pattern(regexp = "auto|12|24", message = "auto, 12 or 24")
        String clock,

        @Schema(
                description = "Whether others must not see when the user was last connected; false if absent.",
                examples = "false")
        Boolean hideLastSeen,

        @Schema(
                description = "The user's time zone, as in the IANA time zone database. Others see it; absent if not.",
                examples = "Europe/Stockholm")
        String zone,

        @Schema(
                description = "Whatever else the client keeps: an object of at most 8,192 characters.",
                type = SchemaType.OBJECT,
                implementation = Object.class,
                examples = "{\"sidebarWidth\": 300}")
        JsonObject page)
        implements OwnSetting {

    static final Preferences NONE = new Preferences(null, null, null, null, null, null, null, null);

    @Override
    public void check() {
        OwnRules.language(language);
        if (zone != null) OwnRules.zone(zone);
        if (page != null && page.toString().length() > OwnRules.MOST_PAGE_CHARACTERS)
            throw new IllegalArgumentException("page: at most 8,192 characters of JSON");
    }

    @Override
    public Record stored(Instant now) {
        return withDefaults();
    }

    public Preferences withDefaults() {
        return new Preferences(
                theme == null ? "system" : theme,
                density == null ? "comfortable" : density,
                NotificationSettings.or(enterSends, true),
                language,
                clock == null ? "auto" : clock,
                NotificationSettings.or(hideLastSeen, false),
                zone,
                page);
    }
}
