package parley.web.own.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.domain.identity.UserId;
import parley.domain.json.StrictJson;
import parley.domain.own.entity.OwnPart;
import parley.domain.own.entity.OwnSettings;
import parley.log.codec.UserStatus;
import parley.log.codec.WeeklyHours;
import parley.web.platform.json.RecordJson;
import parley.web.platform.problem.Violations;

class StoredPartsTest {

    private static final UserId ADA = new UserId(1);
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String LATER = "2026-03-01T12:00:00Z";
    private static final OwnSettings NONE = new OwnSettings(0, Map.of());

    @ParameterizedTest
    @EnumSource(
            value = OwnPart.class,
            names = {"SETTINGS", "SIDEBAR", "PREFERENCES"})
    void a_part_that_was_never_set_has_its_defaults(OwnPart part) {
        assertThat(StoredParts.value(part, NONE, NOW)).isNotEqualTo(JsonValue.NULL);
    }

    @ParameterizedTest
    @EnumSource(
            value = OwnPart.class,
            names = {"STATUS", "DND", "HOURS"})
    void a_part_that_has_no_defaults_is_null(OwnPart part) {
        assertThat(StoredParts.value(part, NONE, NOW)).isEqualTo(JsonValue.NULL);
    }

    @Test
    void every_part_is_read_as_it_was_stored() {
        assertKept(
                OwnPart.SETTINGS, new NotificationSettings(false, true, false, true, false, true, List.of("deploy")));
        assertKept(OwnPart.STATUS, new Status("Lunch", "\ud83c\udf5c", LATER));
        assertKept(OwnPart.DND, new DoNotDisturb(LATER));
        assertKept(OwnPart.HOURS, new WorkingHours("Europe/Stockholm", List.of(1, 2), "09:00", "17:30"));
        assertKept(
                OwnPart.SIDEBAR,
                new Sidebar(List.of(7L), List.of(new SidebarFolder("work", "Work", List.of(8L), true))));
        assertKept(
                OwnPart.PREFERENCES,
                new Preferences(
                        "dark",
                        "compact",
                        false,
                        "de",
                        "24",
                        true,
                        "Asia/Tokyo",
                        StrictJson.object("{\"sidebarWidth\":300}")));
    }

    private static void assertKept(OwnPart part, OwnSetting given) {
        assertThat(Violations.of((Record) given)).isEmpty();
        var stored = RecordJson.text(given.stored(NOW));
        var settings = new OwnSettings(1, Map.of(part, stored));
        assertThat(StoredParts.value(part, settings, NOW)).hasToString(stored);
    }

    @Test
    void what_a_later_version_stored_is_read_without_what_this_one_does_not_know() {
        var settings = new OwnSettings(1, Map.of(OwnPart.SETTINGS, "{\"direct\":false,\"push\":{\"direct\":true}}"));
        assertThat(StoredParts.settings(settings).direct()).isFalse();
        assertThat(StoredParts.settings(settings).mentions()).isTrue();
    }

    @Test
    void a_status_and_a_do_not_disturb_that_have_ended_are_not_given() {
        var settings = new OwnSettings(
                1,
                Map.of(
                        OwnPart.STATUS, RecordJson.text(new Status("Lunch", null, LATER)),
                        OwnPart.DND, RecordJson.text(new DoNotDisturb(LATER))));
        assertThat(StoredParts.status(settings, NOW)).isNotNull();
        assertThat(StoredParts.dnd(settings, NOW)).isNotNull();
        var end = Instant.parse(LATER);
        assertThat(StoredParts.status(settings, end)).isNull();
        assertThat(StoredParts.dnd(settings, end)).isNull();
    }

    @Test
    void others_see_the_status_the_do_not_disturb_the_working_hours_and_that_the_last_seen_time_is_hidden() {
        var settings = new OwnSettings(
                4,
                Map.of(
                        OwnPart.STATUS,
                        RecordJson.text(new Status("Lunch", null, LATER)),
                        OwnPart.DND,
                        RecordJson.text(new DoNotDisturb(LATER)),
                        OwnPart.PREFERENCES,
                        "{\"hideLastSeen\":true,\"zone\":\"Asia/Tokyo\"}",
                        OwnPart.HOURS,
                        RecordJson.text(new WorkingHours("Europe/Oslo", List.of(1), "09:00", "17:00")),
                        OwnPart.SETTINGS,
                        "{\"keywords\":[\"secret\"]}"));
        assertThat(StoredParts.shown(ADA, settings, NOW))
                .isEqualTo(new UserStatus(
                        ADA,
                        4,
                        "Lunch",
                        null,
                        Instant.parse(LATER),
                        Instant.parse(LATER),
                        true,
                        "Asia/Tokyo",
                        new WeeklyHours("Europe/Oslo", List.of(1), "09:00", "17:00")));
        assertThat(StoredParts.shown(ADA, NONE, NOW))
                .isEqualTo(new UserStatus(ADA, 0, null, null, null, null, false, null, null));
    }

    @Test
    void a_part_that_says_nothing_is_removed() {
        assertThat(new Status(" ", "", null).stored(NOW)).isNull();
        assertThat(new DoNotDisturb(null).stored(NOW)).isNull();
        assertThat(new WorkingHours(null, null, null, null).stored(NOW)).isNull();
    }

    @Test
    void an_end_that_is_not_in_the_future_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Status("Lunch", null, NOW.toString()).stored(NOW))
                .withMessageStartingWith("until: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DoNotDisturb(NOW.toString()).stored(NOW))
                .withMessageStartingWith("until: ");
    }

    @Test
    void an_invalid_field_is_named() {
        assertThat(Violations.of(new Status("x".repeat(101), null, null))).containsOnlyKeys("text");
        assertThat(Violations.of(new Status(null, "no emoji", null))).containsOnlyKeys("emoji");
        assertThat(Violations.of(new Status(null, null, "soon"))).containsOnlyKeys("until");
        assertThat(Violations.of(new DoNotDisturb("soon"))).containsOnlyKeys("until");
        assertThat(Violations.of(new WorkingHours("Nowhere", List.of(1), "09:00", "17:00")))
                .containsOnlyKeys("zone");
        assertThat(Violations.of(new WorkingHours("UTC", List.of(9), "09:00", "17:00")))
                .containsOnlyKeys("days");
        assertThat(Violations.of(new Preferences("pink", null, null, null, null, null, null, null)))
                .containsOnlyKeys("theme");
        assertThat(Violations.of(new Preferences(null, null, null, null, null, null, "Nowhere", null)))
                .containsOnlyKeys("zone");
        assertThat(Violations.of(new Preferences(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        StrictJson.object("{\"x\":\"" + "y".repeat(9_000) + "\"}"))))
                .containsOnlyKeys("page");
        assertThat(Violations.of(new Sidebar(List.of(0L), null))).containsOnlyKeys("favourites");
        assertThat(Violations.of(new Sidebar(null, List.of(new SidebarFolder("a b", "Work", null, null)))))
                .containsOnlyKeys("folders.id");
        var twice = new SidebarFolder("work", "Work", null, null);
        assertThat(Violations.of(new Sidebar(null, List.of(twice, twice)))).containsOnlyKeys("folders");
    }
}
