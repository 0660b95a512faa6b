package parley.system.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.TestCluster;

/** Reserved usernames, owners of groups, and blocked users. */
class OwnershipIT {

    private final TestCluster cluster = TestCluster.shared();

    @ParameterizedTest
    @ValueSource(strings = {"admin", "Root", "support", "everyone", "parley", TestCluster.OPERATOR})
    void reserved_usernames_cannot_be_registered(String name) {
        var reply = Api.at(cluster.one()).post("/api/users", Json.of("username", name, "password", Person.PASSWORD));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("fields").toString()).contains("username");
    }

    @Test
    void the_last_owner_can_leave_only_after_another_is_appointed() {
        var ada = Person.register(cluster.one(), "ada");
        var kim = Person.register(cluster.one(), "kim");
        var eve = Person.register(cluster.one(), "eve");
        long group = ada.group(cluster.one(), "ours", kim, eve);
        var members = "/api/conversations/" + group + "/members/";
        try (var kims = Chat.hello(cluster.two(), kim)) {
            var refused = ada.at(cluster.one()).delete(members + ada.id());
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("conflict");
            assertThat(change(ada, members + ada.id(), "{\"role\":\"member\"}").status())
                    .isEqualTo(409);
            assertThat(change(kim, members + kim.id(), "{\"role\":\"owner\"}").status())
                    .isEqualTo(403);
            assertThat(change(ada, members + kim.id(), "{\"role\":\"king\"}").status())
                    .isEqualTo(400);
            assertThat(change(ada, members + kim.id(), "{\"role\":[").status()).isEqualTo(400);

            change(ada, members + kim.id(), "{\"role\":\"owner\"}").as(200);
            var told = kims.one(
                    "msg",
                    frame -> frame.path("kind").asText().equals("member")
                            && frame.path("conv").asLong() == group);
            assertThat(told.path("user").asLong()).isEqualTo(kim.id());
            assertThat(told.path("role").asText()).isEqualTo("owner");
            assertThat(told.path("by").asLong()).isEqualTo(ada.id());
            var seen = kim.at(cluster.two()).get("/api/conversations/" + group).as(200);
            assertThat(seen.path("memberCount").asInt()).isEqualTo(3);

            assertThat(ada.at(cluster.one()).delete(members + ada.id()).status())
                    .isEqualTo(204);
            assertThat(kim.at(cluster.two()).delete(members + eve.id()).status())
                    .isEqualTo(204);
            assertThat(kim.at(cluster.two()).delete(members + kim.id()).status())
                    .as("alone, one may leave")
                    .isEqualTo(204);
        }
    }

    @Test
    void adding_a_member_takes_no_body_an_empty_one_or_a_role() {
        var ada = Person.register(cluster.one(), "ada");
        var kim = Person.register(cluster.one(), "kim");
        var eve = Person.register(cluster.one(), "eve");
        long group = ada.group(cluster.one(), "ours", kim);
        var member = "/api/conversations/" + group + "/members/" + eve.id();
        ada.at(cluster.one()).put(member).as(201);
        ada.at(cluster.one()).call("PUT", member, "").as(200);
        ada.at(cluster.one()).call("PUT", member, "{}").as(200);
        ada.at(cluster.one()).call("PUT", member, "{\"role\":\"owner\"}").as(200);
        ada.at(cluster.one()).call("PUT", member, "{\"role\":\"member\"}").as(200);
    }

    @Test
    void a_blocked_user_cannot_start_a_conversation_and_is_not_told_why() {
        var ada = Person.register(cluster.one(), "ada");
        var eve = Person.register(cluster.one(), "eve");
        var blocks = "/api/me/blocks/" + eve.id();
        assertThat(ada.at(cluster.one()).put(blocks).status()).isEqualTo(204);
        assertThat(ada.at(cluster.two()).put(blocks).status()).isEqualTo(204);
        assertThat(ada.at(cluster.two())
                        .get("/api/me/blocks")
                        .as(200)
                        .path("items")
                        .toString())
                .contains(eve.username());

        var direct = eve.at(cluster.two()).put("/api/conversations/direct/" + ada.id());
        assertThat(direct.status()).isEqualTo(403);
        assertThat(direct.text()).doesNotContainIgnoringCase("block");
        var group = eve.at(cluster.two())
                .post("/api/conversations", Json.of("title", "unasked", "members", java.util.List.of(ada.id())));
        assertThat(group.status()).isEqualTo(403);
        long hers = eve.group(cluster.two(), "later", Person.register(cluster.one(), "kim"));
        assertThat(eve.at(cluster.two())
                        .put("/api/conversations/" + hers + "/members/" + ada.id())
                        .status())
                .isEqualTo(403);

        assertThat(ada.at(cluster.one()).delete(blocks).status()).isEqualTo(204);
        assertThat(eve.direct(cluster.two(), ada)).isPositive();
        assertThat(ada.at(cluster.one()).put("/api/me/blocks/" + ada.id()).status())
                .isEqualTo(400);
        assertThat(ada.at(cluster.one()).put("/api/me/blocks/999999999").status())
                .isEqualTo(404);
    }

    private Api.Reply change(Person by, String member, String body) {
        return by.at(cluster.one()).call("PUT", member, body);
    }
}
