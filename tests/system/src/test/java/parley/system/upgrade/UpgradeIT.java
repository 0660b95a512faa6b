package parley.system.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.DevServices;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.Rows;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestClusterBuilder;
import parley.cluster.server.TestPaths;

/**
 * The data folder of an earlier version under this one. {@code data.zip} was left by version 558858a, which was killed
 * with forty messages and a revoke in the log that it may not have stored; {@code shown.json} contains what its clients
 * sent and what it showed. {@code fill.mjs} made both.
 */
class UpgradeIT {

    private static final Path FOLDER = TestPaths.WORLD.resolve("upgrade");
    private static final JsonNode BEFORE = before();

    private static final Map<String, Person> SIGNED_IN = new HashMap<>();

    private static DevServices services;
    private static Node node;

    @BeforeAll
    static void start() throws IOException {
        TestCluster.shared(); // removes what an earlier run left
        unzip(FOLDER);
        SIGNED_IN.clear();
        services = new DevServices("upgrade-services", FOLDER);
        services.comeUp();
        node = node();
        node.comeUp();
    }

    @AfterAll
    static void stop() {
        if (node != null) node.kill();
        if (services != null) services.kill();
    }

    /** Chat node and persister in one server; {@code .ci/upgrade} upgrades a cluster node by node. */
    private static Node node() {
        var settings = new HashMap<>(services.databaseAddress().environment());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", services.brokerAddress());
        settings.put("PARLEY_TOKEN_KEY_FILE", FOLDER.resolve("token-key.pem").toString());
        settings.put("JVM_ARGS", TestClusterBuilder.QUICK_START);
        return new Node("upgrade", "all", "chat-ear/target/chat.ear", settings);
    }

    private static JsonNode before() {
        try (var file = UpgradeIT.class.getResourceAsStream("shown.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static void unzip(Path folder) throws IOException {
        TestPaths.delete(folder);
        try (InputStream file = UpgradeIT.class.getResourceAsStream("data.zip");
                var zip = new ZipInputStream(file)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var target = folder.resolve(entry.getName());
                if (entry.isDirectory()) Files.createDirectories(target);
                else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }

    /** Once for each user, because the earlier version's hashes take seconds to check. */
    private static Person signIn(String username) {
        return SIGNED_IN.computeIfAbsent(username, UpgradeIT::signInOnce);
    }

    private static Person signInOnce(String username) {
        for (var user : BEFORE.path("users")) {
            if (user.path("username").asText().equals(username))
                return new Person(
                                user.path("id").asLong(),
                                username,
                                BEFORE.path("password").asText(),
                                user.path("displayName").asText(),
                                null)
                        .signIn(node);
        }
        throw new AssertionError("no such user: " + username);
    }

    private static List<JsonNode> messages(Person reader, long conversation) {
        return reader.items(node, conversation, 200);
    }

    @Test
    void everybody_signs_in_and_finds_their_conversations_with_members_titles_and_places() {
        for (var shown : BEFORE.path("shown").properties()) {
            var user = signIn(shown.getKey());
            var now = new HashMap<Long, JsonNode>();
            user.at(node)
                    .get("/api/conversations")
                    .as(200)
                    .path("items")
                    .forEach(conversation -> now.put(conversation.path("id").asLong(), conversation));
            assertThat(now).hasSize(shown.getValue().path("conversations").size());
            for (var conversation : shown.getValue().path("conversations")) {
                var same = now.get(conversation.path("id").asLong());
                for (var field : new String[] {"kind", "title", "memberCount"})
                    assertThat(same.path(field)).as(field).isEqualTo(conversation.path(field));
                for (var member : conversation.path("members"))
                    assertThat(same.path("members")).anySatisfy(kept -> {
                        for (var field : new String[] {"user", "username", "displayName", "role"})
                            assertThat(kept.path(field)).as(field).isEqualTo(member.path(field));
                        assertThat(kept.path("read").asLong())
                                .isGreaterThanOrEqualTo(member.path("read").asLong());
                    });
            }
        }
    }

    @Test
    void every_message_that_the_earlier_version_showed_is_shown_alike() {
        var revoked = BEFORE.path("revokedAtLast");
        for (var shown : BEFORE.path("shown").properties()) {
            var user = signIn(shown.getKey());
            for (var conversation : shown.getValue().path("messages").properties()) {
                long id = Long.parseLong(conversation.getKey());
                var now = messages(user, id);
                int i = 0;
                for (var message : conversation.getValue()) {
                    var same = now.get(i++);
                    boolean revokedSince = revoked.path("conversation").asLong() == id
                            && revoked.path("pos").equals(message.path("pos"));
                    if (revokedSince) {
                        assertThat(same.path("revoked").asBoolean()).isTrue();
                        assertThat(same.has("body")).isFalse();
                    } else {
                        for (var field : message.properties())
                            assertThat(same.path(field.getKey()))
                                    .as(field.getKey() + " of " + message)
                                    .isEqualTo(field.getValue());
                    }
                }
            }
        }
    }

    @Test
    void every_acknowledged_message_is_there_once_and_in_order_and_gets_stored() {
        var positions = new HashMap<Long, List<Long>>();
        for (var sent : BEFORE.path("acknowledged"))
            positions
                    .computeIfAbsent(sent.path("conversation").asLong(), conversation -> new ArrayList<>())
                    .add(sent.path("pos").asLong());
        var adele = signIn("adele");
        var rows = new Rows(services.databaseAddress());
        positions.forEach((conversation, acknowledged) -> {
            var shown = messages(adele, conversation).stream()
                    .filter(message -> message.has("cid"))
                    .map(message -> message.path("pos").asLong())
                    .toList();
            assertThat(shown).containsSubsequence(acknowledged);
            Eventually.holds(
                    Duration.ofSeconds(60),
                    () -> assertThat(rows.of(conversation).stream().map(Rows.Row::pos))
                            .containsAll(acknowledged)
                            .doesNotHaveDuplicates());
        });
    }

    @Test
    void a_send_of_the_earlier_version_is_recognized_as_a_duplicate() {
        for (int index : new int[] {
            0, BEFORE.path("stored").asInt(), BEFORE.path("acknowledged").size() - 2
        }) {
            var sent = BEFORE.path("acknowledged").path(index);
            try (var socket = Chat.hello(node, signIn(sent.path("sender").asText()))) {
                var ok = Chat.ok(Chat.await(socket.send(
                        sent.path("conversation").asLong(),
                        sent.path("cid").asText(),
                        sent.path("body").asText())));
                assertThat(ok.path("dup").asBoolean()).as(sent.toString()).isTrue();
                assertThat(ok.path("pos")).isEqualTo(sent.path("pos"));
            }
        }
    }

    @Test
    void old_conversations_take_new_messages_and_changes() {
        long direct = BEFORE.path("direct").asLong();
        var adele = signIn("adele");
        var last = BEFORE.path("acknowledged").path(BEFORE.path("acknowledged").size() - 1);
        assertThat(last.path("conversation").asLong()).isEqualTo(direct);
        try (var socket = Chat.hello(node, adele)) {
            socket.say(direct, "sent to the new version");
            Chat.ok(socket.now(Json.of(
                    "t",
                    "revoke",
                    "cid",
                    Cids.now(),
                    "conv",
                    direct,
                    "pos",
                    last.path("pos").asLong())));
        }
        var now = messages(adele, direct);
        assertThat(now.getLast().path("body").asText()).isEqualTo("sent to the new version");
        assertThat(now).anySatisfy(message -> {
            assertThat(message.path("pos")).isEqualTo(last.path("pos"));
            assertThat(message.has("body")).isFalse();
        });
    }

    @Tag("long")
    @Test
    void people_are_found_by_names_that_the_earlier_version_stored() {
        var adele = signIn("adele");
        for (var found :
                Map.of("unal", "bjorn", "千尋", "chihiro", "דורה", "dvora").entrySet()) {
            var query = URLEncoder.encode(found.getKey(), UTF_8);
            // The node adds the search keys of earlier accounts in the background.
            Eventually.holds(
                    Duration.ofSeconds(60),
                    () -> assertThat(adele.at(node)
                                    .get("/api/users?q=" + query)
                                    .as(200)
                                    .path("items"))
                            .as(found.getKey())
                            .anySatisfy(user ->
                                    assertThat(user.path("username").asText()).isEqualTo(found.getValue())));
        }
    }
}
