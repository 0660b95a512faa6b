package parley.system.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.client.SendLoad;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;
import parley.cluster.server.Node;
import parley.cluster.server.Rows;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestPaths;

/** A backup and the binary log of a genuine MySQL over TLS bring back what was there before a mistake. */
@Tag("long")
class PointInTimeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private TestCluster services;
    private GenuineMySql original;
    private GenuineMySql restored;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(GenuineMySql.isInstalled(), "DIR=target/genuine-mysql .ci/genuine-mysql.sh install");
        services = TestCluster.builder()
                .prefix("point-")
                .chats()
                .persisters()
                .withoutProxies()
                .build();
        services.broker().comeUp();
        original = new GenuineMySql("point-original");
        original.createDatabase();
        restored = new GenuineMySql("point-restored");
        restored.createDatabase();
    }

    @AfterEach
    void end() {
        for (var each : new AutoCloseable[] {original, restored}) close(each);
        if (services != null) services.close();
    }

    private static void close(AutoCloseable each) {
        try {
            if (each != null) each.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_binary_log_brings_back_what_was_changed_between_a_backup_and_a_mistake() throws IOException {
        var backup = TestPaths.WORLD.resolve("point-backup");
        TestPaths.delete(backup);
        var nodes = nodes("point-original-", original);
        var pair = Pair.on(nodes.getFirst(), nodes.getFirst());
        SendLoad.of(List.of(pair), 100);
        storedToTheEnd(original);
        var place = commands(original)
                .json("backup", backup.toString(), "--binary-log")
                .path("manifest")
                .path("binaryLog")
                .asText()
                .split(":");

        SendLoad.of(List.of(pair), 50);
        // Only the database knows these.
        var late = Person.register(nodes.getFirst(), "late");
        long group = pair.ada.group(nodes.getFirst(), "After the backup", pair.kim, late);
        storedToTheEnd(original);
        var rows = new Rows(original.address()).of(pair.conversation);
        assertThat(rows).hasSize(300);
        pair.close();
        nodes.forEach(Node::kill);
        var before = original.root("SELECT NOW()").strip();
        // The binary log knows the second only.
        Eventually.pause(Duration.ofSeconds(2));
        original.root("SET FOREIGN_KEY_CHECKS = 0; DELETE FROM parley.message");

        commands(restored)
                .run(
                        "restore",
                        backup.toString(),
                        "--database",
                        "localhost:" + restored.address().port() + "/parley")
                .as(0);
        assertThat(new Rows(restored.address()).of(pair.conversation)).hasSizeLessThan(300);
        // --stop-datetime is exclusive.
        restored.recover(
                original,
                place[0],
                place[1],
                restored.root("SELECT '" + before + "' + INTERVAL 1 SECOND").strip());
        assertThat(new Rows(restored.address()).of(pair.conversation)).isEqualTo(rows);

        var again = nodes("point-restored-", restored);
        storedToTheEnd(restored);
        assertThat(new Rows(restored.address()).of(pair.conversation)).isEqualTo(rows);
        var node = again.getFirst();
        var returned = late.signIn(node);
        try (var adas = Chat.hello(node, pair.ada);
                var lates = Chat.hello(node, returned)) {
            lates.message(adas.say(group, "after the restore").path("pos").asLong());
        }
        again.forEach(Node::kill);
    }

    private static CommandLine commands(GenuineMySql database) {
        return new CommandLine(database.address().environment())
                .with(database.tls())
                .with(Map.of("PARLEY_CLIENT_PROGRAMS", database.programs().toString()));
    }

    /** A chat node and a persister. */
    private List<Node> nodes(String prefix, GenuineMySql database) {
        var settings = new HashMap<>(TestCluster.HIGH_LIMITS);
        settings.putAll(database.address().environment());
        settings.putAll(database.tls());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", services.broker().address());
        settings.put(
                "PARLEY_TOKEN_KEY_FILE",
                TestPaths.WORLD.resolve("point-key.pem").toString());
        var nodes = List.of(
                new Node(prefix + "chat", "chat", "chat-ear/target/chat.ear", settings),
                new Node(prefix + "persister", "persister", "chat-persister/target/chat-persister.war", settings));
        TestCluster.atOnce(nodes.getFirst()::start, nodes.getLast()::start);
        TestCluster.atOnce(nodes.getFirst()::awaitReady, nodes.getLast()::awaitReady);
        return nodes;
    }

    private void storedToTheEnd(GenuineMySql database) {
        Eventually.holds(PATIENCE, () -> {
            var next = new Rows(database.address()).nextOffsets();
            services.log()
                    .ends(Log.MESSAGES)
                    .forEach((partition, end) -> assertThat(next.getOrDefault(partition, 0L))
                            .as("next_offset of partition " + partition)
                            .isEqualTo(end));
        });
    }
}
