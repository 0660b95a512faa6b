package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Json;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;

/** A user's own state: kept by the server, the same on all devices, and seen by nobody else. */
class OwnStateIT extends WithPair {

    private static final String NEVER = "9999-12-31T23:59:59Z";
    private static final String NEXT_HOUR =
            Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.SECONDS).toString();

    @Test
    void a_new_user_has_the_defaults_and_nothing_else() {
        var me = me(cluster.one());
        assertThat(me.path("profile").path("username").asText()).isEqualTo(pair.ada.username());
        assertThat(me.has("fresh")).isFalse();
        assertThat(me.path("drafts").isEmpty()).isTrue();
        assertThat(me.path("settings").path("mentions").asBoolean()).isTrue();
        assertThat(me.path("settings").path("everything").asBoolean()).isFalse();
        assertThat(me.path("sidebar").path("favourites").isArray()).isTrue();
        assertThat(me.path("preferences").path("theme").asText()).isEqualTo("system");
        assertThat(me.has("status") || me.has("dnd") || me.has("hours")).isFalse();
    }

    @Test
    void a_draft_reaches_the_user_s_other_devices_on_every_node_and_nobody_else() {
        try (var laptop = device(cluster.one(), "laptop");
                var phone = device(cluster.two(), "phone")) {
            var kept = put("/api/me/drafts/" + pair.conversation, "laptop", Json.of("body", "a private thought"))
                    .as(200);
            assertThat(kept.path("draft").path("body").asText()).isEqualTo("a private thought");
            var frame = phone.one("own", own -> own.path("what").asText().equals("draft"));
            assertThat(frame.path("conv").asLong()).isEqualTo(pair.conversation);
            assertThat(frame.path("version").asLong())
                    .isEqualTo(kept.path("version").asLong());
            assertThat(frame.path("value").path("body").asText()).isEqualTo("a private thought");
            pair.adaSays("something else");
            pair.kims.one("msg", msg -> msg.path("body").asText().equals("something else"));
            assertThat(laptop.frames("own")).isEmpty();
            assertThat(pair.kims.frames().toString()).doesNotContain("a private thought");
        }
        assertThat(me(cluster.two()).path("drafts").path(0).path("body").asText())
                .isEqualTo("a private thought");
        assertThat(cluster.log().all("chat_signals").toString()).doesNotContain("a private thought");
    }

    @Test
    void the_draft_that_was_written_later_wins_and_a_sent_one_does_not_come_back() {
        var path = "/api/me/drafts/" + pair.conversation;
        var now = Instant.now();
        put(path, "a", draft("second", now.minusSeconds(10))).as(200);
        var late = put(path, "b", draft("first", now.minusSeconds(20))).as(200);
        assertThat(late.path("draft").path("body").asText()).isEqualTo("second");
        pair.adaSays("second");
        assertThat(pair.ada.at(cluster.one()).delete(path).status()).isEqualTo(204);
        var stale = put(path, "b", draft("first", now.minusSeconds(5))).as(200);
        assertThat(stale.has("draft")).isFalse();
        assertThat(me(cluster.two()).path("drafts").isEmpty()).isTrue();
    }

    @Test
    void an_empty_draft_is_discarded_and_a_draft_elsewhere_is_refused() {
        var path = "/api/me/drafts/" + pair.conversation;
        put(path, "a", Json.of("body", "text")).as(200);
        assertThat(put(path, "a", Json.of("body", " ")).as(200).has("draft")).isFalse();
        assertThat(me(cluster.one()).path("drafts").isEmpty()).isTrue();
        assertThat(put("/api/me/drafts/" + (pair.conversation + 1_000_000), "a", Json.of("body", "x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void every_part_is_kept_and_told_to_the_other_devices() {
        try (var phone = device(cluster.two(), "phone")) {
            tells(phone, "settings", "/api/me/settings", Json.of("sound", false, "keywords", new String[] {"deploy"}));
            tells(phone, "status", "/api/me/status", Json.of("text", "At lunch", "until", NEXT_HOUR));
            tells(phone, "dnd", "/api/me/dnd", Json.of("until", NEXT_HOUR));
            tells(
                    phone,
                    "hours",
                    "/api/me/hours",
                    Json.of("zone", "Europe/Stockholm", "days", new int[] {1, 2}, "from", "09:00", "to", "17:30"));
            tells(phone, "sidebar", "/api/me/sidebar", Json.of("favourites", new long[] {pair.conversation}));
            tells(phone, "preferences", "/api/me/preferences", Json.of("theme", "dark"));
            tells(
                    phone,
                    "conversation",
                    "/api/me/conversations/" + pair.conversation + "/settings",
                    Json.of("level", "nothing", "mutedUntil", NEVER));
        }
        var me = me(cluster.two());
        assertThat(me.path("settings").path("sound").asBoolean(true)).isFalse();
        assertThat(me.path("status").path("text").asText()).isEqualTo("At lunch");
        assertThat(me.path("dnd").path("until").asText()).isEqualTo(NEXT_HOUR);
        assertThat(me.path("hours").path("days").size()).isEqualTo(2);
        assertThat(me.path("sidebar").path("favourites").path(0).asLong()).isEqualTo(pair.conversation);
        assertThat(me.path("preferences").path("theme").asText()).isEqualTo("dark");
        assertThat(me.path("conversations").path(0).path("level").asText()).isEqualTo("nothing");
        assertThat(me.path("conversations").path(0).path("mutedUntil").asText()).isEqualTo(NEVER);
        assertThat(pair.kims.frames("own")).isEmpty();
    }

    private void tells(Chat phone, String what, String path, ObjectNode body) {
        long version = put(path, "laptop", body).as(200).path("version").asLong();
        var frame = phone.one("own", own -> own.path("what").asText().equals(what));
        assertThat(frame.path("version").asLong()).isEqualTo(version);
        assertThat(frame.path("value").isObject()).as(what).isTrue();
    }

    @Test
    void a_block_is_told_to_the_user_s_own_devices_only() {
        pair.ada.at(cluster.one()).put("/api/me/blocks/" + pair.kim.id());
        var frame = pair.adas.one("own", own -> own.path("what").asText().equals("blocks"));
        assertThat(frame.path("value").path(0).path("id").asLong()).isEqualTo(pair.kim.id());
        assertThat(pair.kims.frames("own")).isEmpty();
    }

    @Test
    void a_new_display_name_shows_everywhere() {
        pair.ada
                .at(cluster.one())
                .patch("/api/me", Json.of("displayName", "Countess"))
                .as(200);
        pair.adas.one(
                "own", own -> own.path("value").path("displayName").asText().equals("Countess"));
        assertThat(me(cluster.two()).path("profile").path("displayName").asText())
                .isEqualTo("Countess");
        var found = pair.kim
                .at(cluster.two())
                .get("/api/users?q=countess+" + pair.ada.username())
                .as(200);
        assertThat(found.path("items").path(0).path("id").asLong()).isEqualTo(pair.ada.id());
    }

    @Test
    void a_changed_password_signs_the_other_devices_out_on_every_node() {
        var other = pair.ada.signIn(cluster.two());
        var next = "three purple elephants sing";
        try (var there = Chat.hello(cluster.two(), other)) {
            var wrong = pair.ada
                    .at(cluster.one())
                    .call(
                            "PUT",
                            "/api/me/password",
                            Json.of("current", "not it", "password", next).toString());
            assertThat(wrong.status()).isEqualTo(403);
            var body = Json.of("current", pair.ada.password(), "password", next, "endOtherSessions", true);
            assertThat(pair.ada
                            .at(cluster.one())
                            .call("PUT", "/api/me/password", body.toString())
                            .status())
                    .isEqualTo(204);
            assertThat(there.closed().code()).isEqualTo(1008);
        }
        Eventually.holds(
                Duration.ofSeconds(5),
                () -> assertThat(other.at(cluster.one()).get("/api/session").status())
                        .isEqualTo(401));
        assertThat(pair.ada.at(cluster.two()).get("/api/session").status()).isEqualTo(200);
        assertThat(Chat.ok(pair.adas.now(Json.of("t", "typing", "conv", pair.conversation))))
                .isNotNull();
        var again = Api.at(cluster.two());
        assertThat(signIn(again, pair.ada.password())).isEqualTo(401);
        assertThat(signIn(again, next)).isEqualTo(200);
    }

    private int signIn(Api api, String password) {
        return api.post("/api/session", Json.of("username", pair.ada.username(), "password", password))
                .status();
    }

    @Test
    void without_the_database_the_page_starts_with_what_the_node_knew_and_changes_are_refused() {
        put("/api/me/preferences", "a", Json.of("theme", "dark")).as(200);
        put("/api/me/status", "a", Json.of("text", "At sea")).as(200);
        me(cluster.one());
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(presenceOfAda().path("text").asText()).isEqualTo("At sea"));
        cluster.database().goAway();
        try {
            Eventually.holds(
                    Chat.PATIENCE,
                    () -> assertThat(me(cluster.one()).path("fresh").asBoolean(true))
                            .isFalse());
            assertThat(me(cluster.one()).path("preferences").path("theme").asText())
                    .isEqualTo("dark");
            var unknown = me(cluster.two());
            assertThat(unknown.path("profile").path("id").asLong()).isEqualTo(pair.ada.id());
            assertThat(unknown.path("status").path("text").asText()).isEqualTo("At sea");
            assertThat(unknown.has("drafts")).isFalse();
            assertThat(put("/api/me/drafts/" + pair.conversation, "a", Json.of("body", "later"))
                            .status())
                    .isEqualTo(503);
        } finally {
            cluster.database().comeBack();
        }
        Eventually.holds(
                Chat.PATIENCE,
                () -> put("/api/me/drafts/" + pair.conversation, "a", Json.of("body", "later"))
                        .as(200));
    }

    private JsonNode presenceOfAda() {
        Chat.ok(pair.kims.now(Json.of("t", "watch", "users", new long[] {pair.ada.id()})));
        return pair.kims.frames("presence").getLast().path("users").path(0);
    }

    private Chat device(Node node, String client) {
        var chat = Chat.connect(node, pair.ada);
        chat.now(Json.of("t", "hello", "client", client));
        return chat;
    }

    private static ObjectNode draft(String body, Instant at) {
        return Json.of("body", body, "updatedAt", at.toString());
    }

    private JsonNode me(Node node) {
        return pair.ada.at(node).get("/api/me").as(200);
    }

    private Api.Reply put(String path, String client, ObjectNode body) {
        return pair.ada
                .at(cluster.one())
                .call("PUT", path, body.toString(), request -> request.header("Parley-Client", client));
    }
}
