package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;

/** What others see of a user, across nodes: online, away, do not disturb, offline, and the status. */
class PresenceStateIT extends WithPair {

    private final Person eve = Person.register(cluster.two(), "eve");

    @Test
    void a_user_is_away_only_when_all_devices_on_all_nodes_are_idle() {
        watch(eve);
        sees(eve, "offline");
        try (var laptop = Chat.hello(cluster.two(), eve);
                var phone = Chat.hello(cluster.one(), eve)) {
            sees(eve, "online");
            Chat.ok(laptop.now(Json.of("t", "idle")));
            Chat.ok(phone.now(Json.of("t", "idle")));
            sees(eve, "away");
            Chat.ok(phone.now(Json.of("t", "active")));
            sees(eve, "online");
            phone.close();
            sees(eve, "away");
        }
        assertThat(sees(eve, "offline").path("lastSeen").asText()).isNotEmpty();
    }

    @Test
    void a_client_may_connect_while_its_user_is_away() {
        watch(eve);
        try (var tab = Chat.connect(cluster.two(), eve)) {
            tab.now(Json.of("t", "hello", "idle", true));
            sees(eve, "away");
            assertThat(states(eve)).doesNotContain("online");
        }
    }

    @Test
    void do_not_disturb_takes_precedence_until_it_ends() {
        watch(eve);
        try (var chat = Chat.hello(cluster.two(), eve)) {
            sees(eve, "online");
            put("/api/me/dnd", Json.of("until", in(4)));
            assertThat(sees(eve, "dnd").path("dndUntil").asText()).isNotEmpty();
            Chat.ok(chat.now(Json.of("t", "idle")));
            // It ends by itself, by the server's time.
            sees(eve, "away");
            put("/api/me/dnd", Json.of("until", in(3_600)));
            sees(eve, "dnd");
            put("/api/me/dnd", Json.of());
            sees(eve, "away");
        }
    }

    @Test
    void a_status_shows_while_the_user_is_offline_and_ends_by_itself() {
        watch(eve);
        put("/api/me/status", Json.of("text", "Back soon", "emoji", "\ud83c\udf5c", "until", in(5)));
        var seen = pair.adas.one(
                "presence", frame -> of(frame, eve).path("text").asText().equals("Back soon"));
        assertThat(of(seen, eve).path("state").asText()).isEqualTo("offline");
        assertThat(of(seen, eve).path("emoji").asText()).isEqualTo("\ud83c\udf5c");
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(of(pair.adas.frames("presence").getLast(), eve).has("text"))
                        .isFalse());
    }

    @Test
    void a_user_can_hide_when_they_were_last_seen() {
        put("/api/me/preferences", Json.of("hideLastSeen", true));
        watch(eve);
        try (var chat = Chat.hello(cluster.two(), eve)) {
            sees(eve, "online");
        }
        sees(eve, "offline");
        assertThat(pair.adas.frames("presence").toString()).doesNotContain("lastSeen");
    }

    @Test
    void others_see_the_time_zone_and_the_working_hours_of_a_user_who_has_set_them() {
        watch(eve);
        put("/api/me/preferences", Json.of("zone", "Asia/Kolkata"));
        put("/api/me/hours", Json.of("zone", "Europe/Oslo", "days", new int[] {1, 5}, "from", "09:00", "to", "17:00"));
        var seen = pair.adas.one("presence", frame -> of(frame, eve).has("hours"));
        assertThat(of(seen, eve).path("zone").asText()).isEqualTo("Asia/Kolkata");
        assertThat(of(seen, eve).path("hours")).hasToString("""
                {"zone":"Europe/Oslo","days":[1,5],"from":"09:00","to":"17:00"}""");
        put("/api/me/hours", Json.of());
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(of(pair.adas.frames("presence").getLast(), eve).has("hours"))
                        .isFalse());
    }

    private void watch(Person who) {
        Chat.ok(pair.adas.now(Json.of("t", "watch", "users", new long[] {who.id()})));
    }

    /** Waits until the newest presence has that state. */
    private JsonNode sees(Person who, String state) {
        return Eventually.yields(Chat.PATIENCE, () -> {
            var frames = pair.adas.frames("presence");
            var newest = frames.isEmpty() ? Json.of() : of(frames.getLast(), who);
            assertThat(newest.path("state").asText()).isEqualTo(state);
            assertThat(newest.path("online").asBoolean()).isEqualTo(!state.equals("offline"));
            return newest;
        });
    }

    private List<String> states(Person who) {
        return pair.adas.frames("presence").stream()
                .map(frame -> of(frame, who).path("state").asText())
                .toList();
    }

    private static JsonNode of(JsonNode frame, Person who) {
        for (var user : frame.path("users")) if (user.path("id").asLong() == who.id()) return user;
        return Json.of();
    }

    private static String in(long seconds) {
        return Instant.now().plusSeconds(seconds).toString();
    }

    private void put(String path, ObjectNode body) {
        eve.at(cluster.two()).call("PUT", path, body.toString()).as(200);
    }
}
