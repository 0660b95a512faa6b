package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** G5 nothing dropped silently: who comes back gets what was missed, in order and once, or is told to load afresh. */
class ResumeIT {

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void who_comes_back_to_another_node_amid_traffic_misses_nothing() {
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            long held = pair.adas.say(pair.conversation, "held").path("pos").asLong();
            pair.kims.one("msg", frame -> frame.path("pos").asLong() == held);
            pair.kims.abort();

            var said = new ArrayList<Long>();
            for (int i = 0; i < 30; i++)
                said.add(pair.adas
                        .say(pair.conversation, "missed " + i)
                        .path("pos")
                        .asLong());
            var goesOn = new AtomicBoolean(true);
            var traffic = CompletableFuture.runAsync(() -> {
                for (int i = 0; goesOn.get() && i < 400; i++) {
                    said.add(pair.adas
                            .say(pair.conversation, "live " + i)
                            .path("pos")
                            .asLong());
                }
            });
            try (var back = Chat.hello(cluster.one(), pair.kim, Map.of(pair.conversation, held))) {
                Eventually.pause(java.time.Duration.ofMillis(500));
                goesOn.set(false);
                traffic.join();
                Eventually.holds(
                        Chat.PATIENCE,
                        () -> assertThat(places(back, pair.conversation)).containsExactlyElementsOf(said));
                assertThat(back.frames().getFirst().path("t").asText()).isEqualTo("welcome");
                assertThat(back.frames()
                                .getFirst()
                                .path("recovered")
                                .path("" + pair.conversation)
                                .asBoolean())
                        .isTrue();
                is_a_chain(held, back.messages(pair.conversation));
            }
        }
    }

    @Test
    void who_missed_nothing_gets_nothing() {
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            long held = pair.adas.say(pair.conversation, "held").path("pos").asLong();
            try (var back = Chat.hello(cluster.two(), pair.kim, Map.of(pair.conversation, held))) {
                var next = pair.adas.say(pair.conversation, "next");
                back.one("msg", frame -> frame.path("pos").equals(next.path("pos")));
                assertThat(places(back, pair.conversation))
                        .containsExactly(next.path("pos").asLong());
            }
        }
    }

    @Test
    void who_missed_more_than_a_thousand_is_told_to_load_afresh() {
        var kim = Person.register(cluster.two(), "kim");
        var senders = List.of(
                Person.register(cluster.one(), "ada"),
                Person.register(cluster.one(), "bob"),
                Person.register(cluster.one(), "cho"));
        long group = kim.group(cluster.two(), "busy", senders.toArray(Person[]::new));
        var chats =
                senders.stream().map(person -> Chat.hello(cluster.one(), person)).toList();
        long held = chats.getFirst().say(group, "held").path("pos").asLong();
        var answers = new ArrayList<CompletableFuture<JsonNode>>();
        for (var chat : chats) {
            for (int i = 0; i < 350; i++) answers.add(chat.send(group, Cids.now(), "missed " + i));
        }
        assertThat(answers.stream().map(Chat::await))
                .allMatch(answer -> answer.path("t").asText().equals("ok"));

        try (var back = Chat.hello(cluster.two(), kim, Map.of(group, held))) {
            assertThat(back.frames()
                            .getFirst()
                            .path("recovered")
                            .path("" + group)
                            .asBoolean(true))
                    .isFalse();
            var next = chats.getFirst().say(group, "live again");
            back.one("msg", frame -> frame.path("pos").equals(next.path("pos")));
            assertThat(places(back, group)).containsExactly(next.path("pos").asLong());
        }
        chats.forEach(Chat::close);
    }

    @Test
    void a_place_in_a_conversation_of_others_recovers_nothing() {
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            long held = pair.adas.say(pair.conversation, "private").path("pos").asLong();
            pair.adas.say(pair.conversation, "private too");
            try (var eves =
                    Chat.hello(cluster.one(), Person.register(cluster.one(), "eve"), Map.of(pair.conversation, held))) {
                assertThat(eves.frames()
                                .getFirst()
                                .path("recovered")
                                .path("" + pair.conversation)
                                .asBoolean())
                        .isFalse();
                pair.adas.say(pair.conversation, "private still");
                eves.now(parley.cluster.client.Json.of("t", "ping"));
                assertThat(eves.messages(pair.conversation)).isEmpty();
            }
        }
    }

    private static void is_a_chain(long held, List<JsonNode> messages) {
        long before = held;
        for (var message : messages) {
            assertThat(message.path("prev").asLong()).as(message.toString()).isEqualTo(before);
            before = message.path("pos").asLong();
        }
    }

    private static List<Long> places(Chat chat, long conversation) {
        return chat.messages(conversation).stream()
                .map(message -> message.path("pos").asLong())
                .toList();
    }
}
