package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.server.TestCluster;

/** Who comes and goes, as the log has it. */
class GroupsIT {

    private final TestCluster cluster = TestCluster.shared();
    private final Pair pair = Pair.on(cluster.one(), cluster.two());

    @AfterEach
    void they_go() {
        pair.close();
    }

    @Test
    void who_joins_a_group_hears_it_from_there_on_and_who_leaves_no_more() {
        var eve = Person.register(cluster.two(), "eve");
        long group = pair.ada.group(cluster.one(), "the three", pair.kim);
        pair.adas.one("conv", frame -> frame.path("conversation").path("id").asLong() == group);
        try (var eves = Chat.hello(cluster.two(), eve)) {
            pair.adas.say(group, "before");
            var member = "/api/conversations/" + group + "/members/" + eve.id();
            assertThat(pair.ada.at(cluster.one()).put(member).status()).isIn(200, 201);
            eves.one("conv", frame -> frame.path("conversation").path("id").asLong() == group);
            pair.kims.one("msg", frame -> frame.path("kind").asText().equals("member"));

            var during = pair.adas.say(group, "during");
            eves.one("msg", frame -> frame.path("pos").equals(during.path("pos")));
            eves.say(group, "hello all");

            assertThat(pair.ada.at(cluster.one()).delete(member).status()).isEqualTo(204);
            eves.one(
                    "conv",
                    frame -> frame.path("conversation").path("gone").asBoolean()
                            && frame.path("conversation").path("id").asLong() == group);
            pair.adas.say(group, "after");
            pair.kims.one("msg", frame -> frame.path("body").asText().equals("after"));
            assertThat(Chat.await(eves.send(group, Cids.now(), "still here?"))
                            .path("code")
                            .asText())
                    .isEqualTo("not_found");
            assertThat(eves.messages(group))
                    .noneMatch(frame -> frame.path("body").asText().matches("before|after"));
            assertThat(eve.at(cluster.one()).get("/api/conversations/" + group).status())
                    .isEqualTo(404);
        }
    }
}
