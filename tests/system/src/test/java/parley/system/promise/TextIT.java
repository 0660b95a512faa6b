package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;

/** The text rules apply to every entry point; TextRulesTest has the cases of each rule. */
class TextIT extends WithPair {

    private final Api nobody = Api.at(cluster.one());

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "admin\u202etxen", "a\u2028b", "a\ue000b", "\u3164", "a\u0000b"})
    void invisible_and_bidirectional_control_characters_in_names_are_refused(String name) {
        var registration = nobody.post(
                "/api/users",
                Json.of("username", Person.newName("n"), "password", Person.PASSWORD, "displayName", name));
        assertThat(registration.status()).isEqualTo(400);
        assertThat(registration.json().path("fields").path(0).path("field").asText())
                .isEqualTo("displayName");
        var ada = pair.ada.at(cluster.one());
        assertThat(ada.post("/api/conversations", Json.of("title", name, "members", List.of(pair.kim.id())))
                        .status())
                .isEqualTo(400);
        long group = pair.ada.group(cluster.one(), "group", pair.kim);
        assertThat(ada.patch("/api/conversations/" + group, Json.of("title", name))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void names_are_kept_in_nfc_and_usernames_in_lower_case() {
        var username = Person.newName("kim");
        var user = nobody.post(
                        "/api/users",
                        Json.of(
                                "username",
                                "K" + username.substring(1),
                                "password",
                                Person.PASSWORD,
                                "displayName",
                                " Bjo\u0308rn\u00a0"))
                .as(201);
        assertThat(user.path("username").asText()).isEqualTo(username);
        assertThat(user.path("displayName").asText()).isEqualTo("Björn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "12345678",
                "qwertyuiop",
                "\0\0\0\0\0\0\0\0",
                "          ",
                "correct\u0001horse battery"
            })
    void a_password_that_is_easy_to_guess_is_refused(String password) {
        var reply = nobody.post(
                "/api/users", Json.of("username", Person.newName("n"), "password", password, "displayName", "Ada"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("fields").path(0).path("field").asText()).isEqualTo("password");
    }

    @Test
    void the_username_is_refused_as_password_and_passwords_are_normalized() {
        var username = Person.newName("somebody");
        assertThat(nobody.post("/api/users", Json.of("username", username, "password", username))
                        .status())
                .isEqualTo(400);
        nobody.post("/api/users", Json.of("username", username, "password", "caf\u00e9 horse battery"))
                .as(201);
        for (var form : List.of("caf\u00e9 horse battery", "cafe\u0301 horse battery")) {
            nobody.post("/api/session", Json.of("username", username, "password", form))
                    .as(200);
        }
        assertThat(nobody.post("/api/session", Json.of("username", username, "password", ""))
                        .status())
                .isIn(400, 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u2800", "\u3164 \ufe0f", "\u202e", "\u0301"})
    void an_invisible_body_is_refused_by_socket_and_rest(String body) {
        assertThat(code(pair.adas.now(
                        Json.of("t", "send", "cid", Cids.now(), "conv", pair.conversation, "body", body))))
                .isEqualTo("bad_frame");
        long pos = pair.adaSays("seen");
        assertThat(code(pair.adas.now(
                        Json.of("t", "edit", "cid", Cids.now(), "conv", pair.conversation, "pos", pos, "body", body))))
                .isEqualTo("bad_frame");
        var posted = pair.ada
                .at(cluster.one())
                .post(
                        "/api/conversations/" + pair.conversation + "/messages",
                        Json.of("cid", Cids.now(), "body", body));
        assertThat(posted.status()).isEqualTo(400);
    }

    @Test
    void visible_text_is_delivered_unchanged() {
        for (var body : List.of(
                "👨\u200d👩\u200d👧 🏳\ufe0f\u200d🌈", "می\u200cخواهم", "Bjo\u0308rn", "a\u0000b", "\u202babc\u202c")) {
            pair.adaSays(body);
            pair.kims.one("msg", frame -> frame.path("body").asText().equals(body));
        }
    }

    @Test
    void a_reaction_is_one_emoji() {
        long pos = pair.adaSays("react");
        for (var no : List.of("a", "👍👍", "sixteen letters!", "\u202e👍", ""))
            assertThat(code(react(pos, no))).as(no).isEqualTo("bad_frame");
        Chat.ok(react(pos, "❤"));
        pair.adas.one("upd", frame -> frame.path("emoji").asText().equals("❤\ufe0f"));
        Chat.ok(react(pos, "👩🏽\u200d💻"));
    }

    private JsonNode react(long pos, String emoji) {
        return pair.kims.now(Json.of(
                "t", "react", "cid", Cids.now(), "conv", pair.conversation, "pos", pos, "emoji", emoji, "on", true));
    }

    private static String code(JsonNode answer) {
        return answer.path("code").asText();
    }
}
