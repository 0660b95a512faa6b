package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.system.promise.Chains.is_a_chain;
import static parley.system.promise.Chains.positions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;

/** G5: a client that reconnects receives what it missed, in order and once, or is told to load it again. */
class ResumeIT extends WithPair {

    @Test
    void a_resume_on_another_node_under_traffic_misses_nothing() {
        long held = pair.adaSays("held");
        pair.kims.message(held);
        pair.kims.abort();

        var said = new ArrayList<Long>();
        for (int i = 0; i < 30; i++) said.add(pair.adaSays("missed " + i));
        var goesOn = new AtomicBoolean(true);
        var traffic = CompletableFuture.runAsync(() -> {
            for (int i = 0; goesOn.get() && i < 400; i++) {
                said.add(pair.adaSays("live " + i));
            }
        });
        try (var back = Chat.hello(cluster.one(), pair.kim, Map.of(pair.conversation, held))) {
            Eventually.pause(Duration.ofMillis(500));
            goesOn.set(false);
            traffic.join();
            Eventually.holds(
                    Chat.PATIENCE,
                    () -> assertThat(positions(back.messages(pair.conversation)))
                            .containsExactlyElementsOf(said));
            assertThat(back.frames().getFirst().path("t").asText()).isEqualTo("welcome");
            assertThat(back.hasRecovered(pair.conversation)).isTrue();
            is_a_chain(held, back.messages(pair.conversation));
        }
    }

    @Test
    void a_resume_without_missed_messages_delivers_nothing() {
        long held = pair.adaSays("held");
        try (var back = Chat.hello(cluster.two(), pair.kim, Map.of(pair.conversation, held))) {
            var next = pair.adas.say(pair.conversation, "next");
            back.message(next.path("pos").asLong());
            assertThat(positions(back.messages(pair.conversation)))
                    .containsExactly(next.path("pos").asLong());
        }
    }

    @Test
    void more_than_a_thousand_missed_messages_are_not_replayed() {
        var kim = Person.register(cluster.two(), "kim");
        var senders = List.of(
                Person.register(cluster.one(), "ada"),
                Person.register(cluster.one(), "bob"),
                Person.register(cluster.one(), "cho"));
        long group = kim.group(cluster.two(), "busy", senders.toArray(Person[]::new));
        var chats = senders.stream()
                .map(person -> Chat.hello(cluster.one(), person))
                .toList();
        long held = chats.getFirst().say(group, "held").path("pos").asLong();
        var answers = new ArrayList<CompletableFuture<JsonNode>>();
        for (var chat : chats) {
            for (int i = 0; i < 350; i++) answers.add(chat.send(group, Cids.now(), "missed " + i));
        }
        assertThat(answers.stream().map(Chat::await))
                .allMatch(answer -> answer.path("t").asText().equals("ok"));

        try (var back = Chat.hello(cluster.two(), kim, Map.of(group, held))) {
            assertThat(back.hasRecovered(group)).isFalse();
            var next = chats.getFirst().say(group, "live again");
            back.message(next.path("pos").asLong());
            assertThat(positions(back.messages(group)))
                    .containsExactly(next.path("pos").asLong());
        }
        chats.forEach(Chat::close);
    }

    @Test
    void resuming_a_conversation_of_others_recovers_nothing() {
        long held = pair.adaSays("private");
        pair.adaSays("private too");
        try (var eves =
                Chat.hello(cluster.one(), Person.register(cluster.one(), "eve"), Map.of(pair.conversation, held))) {
            assertThat(eves.hasRecovered(pair.conversation)).isFalse();
            pair.adaSays("private still");
            eves.now(Json.of("t", "ping"));
            assertThat(eves.messages(pair.conversation)).isEmpty();
        }
    }
}
