package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Json;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.server.TestCluster;

/** What is told to those who are there now. */
class SignalsIT {

    private final TestCluster cluster = TestCluster.shared();
    private final Pair pair = Pair.on(cluster.one(), cluster.two());

    @AfterEach
    void they_go() {
        pair.close();
    }

    @Test
    void who_types_is_told_to_the_other_on_the_other_node_only() {
        pair.adas.text(Json.of("t", "typing", "conv", pair.conversation).toString());
        var frame = pair.kims.one("typing", typing -> typing.path("conv").asLong() == pair.conversation);
        assertThat(frame.path("user").asLong()).isEqualTo(pair.ada.id());
        assertThat(pair.adas
                        .now(Json.of("t", "typing", "conv", pair.conversation))
                        .path("t")
                        .asText())
                .isEqualTo("ok");
        assertThat(pair.adas.frames("typing")).isEmpty();
    }

    @Test
    void how_far_one_has_read_is_told_to_the_other_and_never_beyond_the_newest() {
        long said = pair.adas.say(pair.conversation, "read me").path("pos").asLong();
        pair.kims.one("msg", frame -> frame.path("pos").asLong() == said);
        pair.kims.now(Json.of("t", "read", "conv", pair.conversation, "pos", said + 1_000));
        var receipt = pair.adas.one("receipt", frame -> frame.path("user").asLong() == pair.kim.id());
        assertThat(receipt.path("read").asLong()).isEqualTo(said);
    }

    @Test
    void who_is_watched_is_told_of_as_they_come_and_go_on_the_other_node() {
        var eve = Person.register(cluster.two(), "eve");
        assertThat(pair.adas
                        .now(Json.of("t", "watch", "users", new long[] {eve.id(), pair.kim.id()}))
                        .path("t")
                        .asText())
                .isEqualTo("ok");
        pair.adas.one("presence", frame -> is(frame, eve, false));
        pair.adas.one("presence", frame -> is(frame, pair.kim, true));
        try (var eves = Chat.hello(cluster.two(), eve)) {
            pair.adas.one("presence", frame -> is(frame, eve, true));
        }
        pair.adas.one("presence", frame -> is(frame, eve, false) && frame.findValue("lastSeen") != null);
        assertThat(pair.kims.frames("presence")).isEmpty();
    }

    private static boolean is(JsonNode presence, Person who, boolean online) {
        for (var user : presence.path("users")) {
            if (user.path("id").asLong() == who.id() && user.path("online").asBoolean() == online) return true;
        }
        return false;
    }

    @Test
    void a_new_name_of_a_group_reaches_its_members_on_both_nodes() {
        long group = pair.ada.group(cluster.one(), "old name", pair.kim);
        pair.ada
                .at(cluster.one())
                .patch("/api/conversations/" + group, Json.of("title", "new name"))
                .as(200);
        for (var chat : new Chat[] {pair.adas, pair.kims}) {
            chat.one(
                    "conv",
                    frame -> frame.path("conversation").path("title").asText().equals("new name"));
        }
    }
}
