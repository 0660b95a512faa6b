package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Person;

/** Members join and leave at a record of the log. */
class GroupsIT extends WithPair {

    @Test
    void members_receive_messages_from_joining_until_leaving() {
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
            eves.message(during.path("pos").asLong());
            eves.say(group, "hello all");

            assertThat(pair.ada.at(cluster.one()).delete(member).status()).isEqualTo(204);
            eves.one(
                    "conv",
                    frame -> frame.path("conversation").path("gone").asBoolean()
                            && frame.path("conversation").path("id").asLong() == group);
            pair.adas.say(group, "after");
            pair.kims.one("msg", frame -> frame.path("body").asText().equals("after"));
            Chat.err("not_found", Chat.await(eves.send(group, Cids.now(), "still here?")));
            assertThat(eves.messages(group))
                    .noneMatch(frame -> frame.path("body").asText().matches("before|after"));
            assertThat(eve.at(cluster.one()).get("/api/conversations/" + group).status())
                    .isEqualTo(404);
        }
    }
}
