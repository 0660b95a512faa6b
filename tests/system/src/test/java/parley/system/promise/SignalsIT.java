package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Json;
import parley.cluster.client.Person;

/** Typing, read receipts, presence and new titles, for clients that are connected. */
class SignalsIT extends WithPair {

    @Test
    void typing_reaches_only_the_other_member_also_on_another_node() {
        pair.adas.text(Json.of("t", "typing", "conv", pair.conversation).toString());
        var frame = pair.kims.one("typing", typing -> typing.path("conv").asLong() == pair.conversation);
        assertThat(frame.path("user").asLong()).isEqualTo(pair.ada.id());
        Chat.ok(pair.adas.now(Json.of("t", "typing", "conv", pair.conversation)));
        assertThat(pair.adas.frames("typing")).isEmpty();
    }

    @Test
    void a_read_receipt_reaches_the_other_and_never_exceeds_the_newest_message() {
        long said = pair.adaSays("read me");
        pair.kims.message(said);
        pair.kims.now(Json.of("t", "read", "conv", pair.conversation, "pos", said + 1_000));
        var receipt = pair.adas.one("receipt", frame -> frame.path("user").asLong() == pair.kim.id());
        assertThat(receipt.path("read").asLong()).isEqualTo(said);
    }

    @Test
    void presence_of_watched_users_is_reported_across_nodes() {
        var eve = Person.register(cluster.two(), "eve");
        Chat.ok(pair.adas.now(Json.of("t", "watch", "users", new long[] {eve.id(), pair.kim.id()})));
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
    void a_new_title_of_a_group_reaches_its_members_on_both_nodes() {
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
