package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.client.SendLoad;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;

/**
 * G5: a client that reconnects receives what it missed at its own pace, or is told to load it again; G6: none of it is
 * revoked text.
 */
class CatchUpIT {

    private static final Duration LONG = Duration.ofMinutes(3);

    private static Node shortTail;
    /** The pair whose messages the node with the short tail reads while it starts. */
    private static Pair before;
    /** Kim of that pair, connected to the node as soon as it answers a hello. */
    private static CompletableFuture<Chat> early;

    private final TestCluster cluster = TestCluster.shared();
    private final Person kim = Person.register(cluster.one(), "kim");

    /** Only long tests use it. */
    private Node shortTail() {
        if (shortTail == null) startShortTail();
        shortTail.awaitReady();
        return shortTail;
    }

    private void startShortTail() {
        before = Pair.on(cluster.one(), cluster.two());
        assertThat(SendLoad.of(List.of(before), 2_000).refused()).isEmpty();
        shortTail = cluster.another("short", Map.of("PARLEY_NODE_TAILRECORDS", "24"));
        shortTail.start();
        early = CompletableFuture.supplyAsync(() -> Eventually.yields(LONG, () -> Chat.hello(shortTail, before.kim)));
    }

    @AfterAll
    static void stop_the_node() {
        if (shortTail == null) return;
        early.thenAccept(Chat::close);
        before.close();
        shortTail.kill();
    }

    /** A group of which Kim missed the messages of the two others. */
    private record Missed(long conversation, long held, SendLoad load) {

        List<Long> positions() {
            return load.of(conversation).stream()
                    .map(SendLoad.Acknowledged::pos)
                    .sorted()
                    .toList();
        }
    }

    private List<Missed> missed(int conversations, int eachSays) {
        var pairs = IntStream.range(0, conversations)
                .mapToObj(i -> Pair.of(cluster.one(), cluster.two(), kim))
                .toList();
        var held = new HashMap<Long, Long>();
        pairs.forEach(pair -> held.put(pair.conversation, pair.adaSays("the last that Kim has")));
        var load = SendLoad.of(pairs, eachSays);
        assertThat(load.refused()).isEmpty();
        pairs.forEach(Pair::close);
        return pairs.stream()
                .map(pair -> new Missed(pair.conversation, held.get(pair.conversation), load))
                .toList();
    }

    private static Map<Long, Long> resume(List<Missed> missed) {
        var resume = new LinkedHashMap<Long, Long>();
        missed.forEach(each -> resume.put(each.conversation, each.held));
        return resume;
    }

    private static List<Missed> recovered(Chat chat, List<Missed> missed) {
        assertThat(chat.frames().getFirst().path("recovered").size()).isEqualTo(missed.size());
        return missed.stream()
                .filter(each -> chat.hasRecovered(each.conversation))
                .toList();
    }

    private static void has_all(Chat chat, List<Missed> recovered) {
        int frames =
                recovered.stream().mapToInt(each -> each.positions().size()).sum();
        Eventually.holds(LONG, () -> assertThat(chat.frames("msg").size()).isGreaterThanOrEqualTo(frames));
        for (var each : recovered) is_complete(each, chat.messages(each.conversation));
        assertThat(chat.frames("msg")).hasSize(frames);
        assertThat(chat.isOpen()).isTrue();
    }

    private static void is_complete(Missed missed, List<JsonNode> messages) {
        assertThat(Chains.positions(messages)).containsExactlyElementsOf(missed.positions());
        Chains.is_a_chain(missed.held, messages);
    }

    @Test
    @Tag("long")
    void of_twelve_conversations_with_990_missed_messages_five_are_replayed() {
        var missed = missed(12, 495);
        try (var back = Chat.hello(cluster.two(), kim, resume(missed))) {
            var recovered = recovered(back, missed);
            assertThat(recovered).hasSize(5);
            has_all(back, recovered);
        }
    }

    @Test
    @Tag("long")
    void sixty_conversations_are_replayed_over_two_connections_to_a_client_that_pauses() {
        var missed = missed(60, 40);
        var slow = Chat.hello(cluster.one(), kim, resume(missed));
        assertThat(recovered(slow, missed)).hasSize(60);
        slow.stopListening();
        Eventually.pause(TestCluster.SEND_TIMEOUT.plusSeconds(5));
        assertThat(slow.isOpen())
                .as("nobody is closed for what the server queued")
                .isTrue();
        slow.listen();
        Eventually.holds(LONG, () -> assertThat(slow.frames("msg").size()).isGreaterThan(2_000));
        slow.abort();

        var first = slow.frames("msg"); // frames may still arrive after the abort
        var held = resume(missed);
        first.forEach(message ->
                held.put(message.path("conv").asLong(), message.path("pos").asLong()));
        try (var back = Chat.hello(cluster.two(), kim, held)) {
            assertThat(missed).allMatch(each -> back.hasRecovered(each.conversation));
            int all = missed.stream().mapToInt(each -> each.positions().size()).sum();
            Eventually.holds(
                    LONG,
                    () -> assertThat(first.size() + back.frames("msg").size()).isGreaterThanOrEqualTo(all));
            for (var each : missed) {
                var both = new ArrayList<>(first);
                both.removeIf(message -> message.path("conv").asLong() != each.conversation);
                both.addAll(back.messages(each.conversation));
                is_complete(each, both);
            }
        }
    }

    @Test
    void a_client_that_is_catching_up_sends_and_receives_in_the_order_of_the_log() {
        var missed = missed(3, 450);
        try (var back = Chat.hello(cluster.two(), kim, resume(missed));
                var other = Chat.hello(cluster.one(), kim)) {
            var said = new ArrayList<JsonNode>();
            for (var each : missed) {
                said.add(back.say(each.conversation, "from the one that catches up"));
                said.add(other.say(each.conversation, "from another of Kim's"));
            }
            for (var each : missed) {
                long newest = said.stream()
                        .filter(ok -> ok.path("conv").asLong() == each.conversation)
                        .mapToLong(ok -> ok.path("pos").asLong())
                        .max()
                        .orElseThrow();
                back.one(
                        "msg",
                        frame -> frame.path("conv").asLong() == each.conversation
                                && frame.path("pos").asLong() == newest);
                var shown = back.frames().stream()
                        .filter(frame -> frame.path("conv").asLong() == each.conversation)
                        .filter(frame ->
                                List.of("ok", "msg").contains(frame.path("t").asText()))
                        .toList();
                long before = each.held;
                for (var frame : shown) {
                    assertThat(frame.path("prev").asLong()).as(frame.toString()).isEqualTo(before);
                    before = frame.path("pos").asLong();
                }
                assertThat(shown).hasSize(each.positions().size() + 2);
            }
        }
    }

    @Test
    @Tag("long")
    void what_a_node_reads_while_it_starts_is_delivered_to_nobody() {
        shortTail();
        var kims = early.join();
        long news = before.adaSays("news");
        kims.message(news);
        assertThat(Chains.positions(kims.frames("msg"))).containsExactly(news);
    }

    @Test
    void revoked_and_replaced_bodies_are_in_no_frame() {
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            shows_only_what_is_left(cluster.two(), new Changed(pair));
        }
    }

    @Test
    @Tag("long")
    void revoked_and_replaced_bodies_are_in_no_frame_of_a_node_with_a_short_tail() {
        var node = shortTail();
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            var changed = new Changed(pair);
            for (int i = 0; i < 250; i++) changed.said.add(pair.adaSays("and on " + i));
            // Later records of each partition push them out of the short tail.
            var others = IntStream.range(0, 10)
                    .mapToObj(i -> Pair.on(cluster.one(), cluster.two()))
                    .toList();
            SendLoad.of(others, 20);
            others.forEach(Pair::close);
            Eventually.holds(
                    LONG, () -> assertThat(node.metric("parley_tail_records")).isLessThan(60));
            shows_only_what_is_left(node, changed);
        }
    }

    /** Messages that were edited and revoked. */
    private static final class Changed {

        final Pair pair;
        final long revoked;
        final long edited;
        final long regretted;
        final List<Long> said = new ArrayList<>();

        Changed(Pair pair) {
            this.pair = pair;
            revoked = pair.adaSays("SECRET revoked");
            edited = pair.adaSays("SECRET before the edit");
            regretted = pair.adaSays("SECRET regretted");
            change("edit", regretted, "SECRET better, and still regretted");
            change("edit", edited, "SECRET first edit");
            pair.kims.now(change("react", edited).put("emoji", "👍").put("on", true));
            change("revoke", revoked, null);
            change("edit", edited, "what it says now");
            change("revoke", regretted, null);
        }

        private ObjectNode change(String kind, long pos) {
            return Json.of("t", kind, "cid", Cids.now(), "conv", pair.conversation, "pos", pos);
        }

        private void change(String kind, long pos, String body) {
            var frame = change(kind, pos);
            if (body != null) frame.put("body", body);
            Chat.ok(pair.adas.now(frame));
        }
    }

    private static void shows_only_what_is_left(Node node, Changed changed) {
        var conversation = changed.pair.conversation;
        var page = changed.pair
                .kim
                .history(node, conversation, "?limit=200&after=0")
                .path("items");
        var holder = changed.pair.adas.say(conversation, "the last").path("pos").asLong();
        for (long held : new long[] {0, changed.regretted}) {
            try (var back = Chat.hello(node, changed.pair.kim, Map.of(conversation, held))) {
                assertThat(back.hasRecovered(conversation)).isTrue();
                back.message(holder);
                assertThat(back.frames().toString()).doesNotContain("SECRET");
                var shown = back.frames().stream()
                        .filter(frame ->
                                List.of("msg", "upd").contains(frame.path("t").asText()))
                        .toList();
                long before = held;
                for (var frame : shown) {
                    if (before != 0)
                        assertThat(frame.path("prev").asLong())
                                .as(frame.toString())
                                .isEqualTo(before);
                    before = frame.path("t").asText().equals("upd")
                            ? frame.path("at").asLong()
                            : frame.path("pos").asLong();
                }
                assertThat(back.frames("upd").stream()
                                .map(upd -> upd.path("kind").asText()))
                        .containsExactly("edited", "edited", "reaction", "revoked", "edited", "revoked");
                assertThat(back.frames("upd").getFirst().has("body"))
                        .as("of a message that was revoked later")
                        .isFalse();
                assertThat(back.frames("upd").get(1).path("body").asText()).isEqualTo("what it says now");
            }
        }
        try (var back = Chat.hello(node, changed.pair.kim, Map.of(conversation, 0L))) {
            back.message(holder);
            for (var item : page) {
                var message = back.messages(conversation).stream()
                        .filter(frame -> frame.path("pos").equals(item.path("pos")))
                        .findFirst()
                        .orElseThrow();
                for (var field : List.of("body", "at", "editedAt", "revoked", "reactions", "cid", "from", "ts")) {
                    assertThat(message.path(field)).as(field + " of " + item).isEqualTo(item.path(field));
                }
            }
        }
    }
}
