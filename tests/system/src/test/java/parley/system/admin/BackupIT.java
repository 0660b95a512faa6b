package parley.system.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.client.SendLoad;
import parley.cluster.client.SendLoad.Acknowledged;
import parley.cluster.client.Uploads;
import parley.cluster.server.Broker;
import parley.cluster.server.DatabaseAddress;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;
import parley.cluster.server.Node;
import parley.cluster.server.Rows;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestClusterBuilder;
import parley.cluster.server.TestPaths;

/**
 * A backup that is taken while users write, restored after the database is lost: with the log, everything that was
 * acknowledged is there, before the backup and after it; without the log, everything that was stored before it. The contents
 * of files are those of the backup.
 */
@Tag("long")
class BackupIT {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Path FOLDER = TestPaths.WORLD.resolve("backup");
    private static final Path BACKUP = FOLDER.resolve("nightly");
    private static final Path FILES = FOLDER.resolve("files");
    private static final Path REPORT = TestPaths.TARGET.resolve("backup.md");
    private static final Map<String, String> SETTINGS =
            Map.of("PARLEY_PASSWORD_ITERATIONS", "2000", "PARLEY_PERSISTER_WATCHSECONDS", "1");

    private static final List<TestCluster> CLUSTERS = new ArrayList<>();
    private static final List<String> FIGURES = new ArrayList<>();

    private static TestCluster original;
    private static CommandLine commands;
    private static List<Pair> pairs;

    /** Of the first pair, written to only after a restore. */
    private static long group;

    /** Sent before the backup, after it, and before it and revoked after it. Their contents are lost with the database. */
    private static SentFile earlyFile;

    private static SentFile lateFile;
    private static SentFile revokedFile;

    private record SentFile(long id, long pos, byte[] content) {}

    /** In the order of time: stored before the backup began, and everything. */
    private static List<Acknowledged> before;

    private static List<Acknowledged> all;
    private static Instant backupBegan;
    private static Instant lastAcknowledged;

    @BeforeAll
    static void two_users_write_and_a_backup_is_taken_meanwhile() throws IOException {
        original = services("original-");
        TestPaths.delete(FOLDER);
        original.ensureReady();
        var node = nodes("original-", original.broker(), original.database().address(), Map.of());
        commands = new CommandLine(original.database().address().environment())
                .with(Map.of(
                        "PARLEY_CLIENT_PROGRAMS",
                        TestPaths.databasePrograms().toString(),
                        "PARLEY_FILES_FOLDER",
                        FILES.toString()));
        try {
            pairs = List.of(Pair.on(node.chat, node.chat), Pair.on(node.chat, node.chat));
            var pair = pairs.getFirst();
            group = pair.ada.group(node.chat, "Backed up", pair.kim);
            long archived = pair.ada.group(node.chat, "Done with", pair.kim);
            pair.ada
                    .at(node.chat)
                    .patch("/api/conversations/" + archived, Json.of("archived", true))
                    .as(200);
            earlyFile = send(node.chat, "early.png", Uploads.picture(800, 600));
            revokedFile = send(node.chat, "revoked.txt", "to be revoked".getBytes(StandardCharsets.UTF_8));
            // Uploads go on while the contents are read.
            Uploads.begin(node.chat, pair.ada, "unfinished.bin", 1_000);
            var first = SendLoad.of(pairs, 300);
            storedToTheEnd(original.broker(), original.database().address());
            before = first.acknowledged();

            var meanwhile = SendLoad.start(pairs, 2);
            meanwhile.awaitAcknowledged(50);
            var backup = commands.json("backup", BACKUP.toString());
            meanwhile.awaitAcknowledged(50);
            meanwhile.stop();
            lateFile = send(node.chat, "late.txt", "after the backup".getBytes(StandardCharsets.UTF_8));
            revoke(node.chat, revokedFile);
            var after = SendLoad.of(pairs, 100);
            lastAcknowledged = Instant.now();
            assertThat(Stream.of(first, meanwhile, after).flatMap(load -> load.refused().stream()))
                    .isEmpty();
            all = Stream.of(first, meanwhile, after)
                    .flatMap(load -> load.acknowledged().stream())
                    .toList();
            backupBegan = Instant.parse(backup.path("manifest").path("beganAt").asText());
            FIGURES.add("backup of %d messages under load: %d ms"
                    .formatted(
                            meanwhile.acknowledged().size() + before.size(),
                            Duration.between(
                                            backupBegan,
                                            Instant.parse(backup.path("manifest")
                                                    .path("endedAt")
                                                    .asText()))
                                    .toMillis()));
        } finally {
            pairs.forEach(Pair::close);
            node.kill();
        }
        // The database is lost, and the folder of files.
        original.database().kill();
        TestPaths.delete(FILES);
    }

    private static SentFile send(Node chat, String name, byte[] content) {
        var ada = pairs.getFirst().ada;
        long id = Uploads.file(chat, ada, name, content);
        try (var adas = Chat.hello(chat, ada)) {
            var frame = Json.of("t", "send", "cid", Cids.now(), "conv", group, "files", new long[] {id});
            return new SentFile(id, adas.now(frame).path("pos").asLong(), content);
        }
    }

    private static void revoke(Node chat, SentFile file) {
        try (var adas = Chat.hello(chat, pairs.getFirst().ada)) {
            var frame = Json.of("t", "revoke", "cid", Cids.now(), "conv", group, "pos", file.pos);
            assertThat(adas.now(frame).path("t").asText()).isEqualTo("ok");
        }
    }

    @AfterAll
    static void end() throws IOException {
        CLUSTERS.forEach(TestCluster::close);
        Files.write(REPORT, FIGURES);
        FIGURES.forEach(System.out::println);
    }

    @Test
    void with_the_log_everything_acknowledged_before_and_after_the_backup_is_there_once_and_in_order() {
        var fresh = services("restored-");
        fresh.database().comeBack();
        var database = fresh.database().address();
        long began = System.nanoTime();
        restore(database);
        var nodes = nodes("restored-", original.broker(), database, Map.of());
        try {
            storedToTheEnd(original.broker(), database);
            FIGURES.add("with the log: RPO 0 messages; RTO %d s, from the restore until all rows are back"
                    .formatted(seconds(began)));
            is_exactly(all, database, nodes.chat);
            is_read(earlyFile, nodes.chat);
            assertThat(files(nodes.chat))
                    .as("the log has the message; its contents came after the backup")
                    .contains(lateFile.id);
            Eventually.holds(PATIENCE, () -> {
                assertThat(status(revokedFile, nodes.chat)).isEqualTo(404);
                assertThat(contentOf(revokedFile)).as("the log has the revoke").doesNotExist();
            });
            assertThat(Person.register(nodes.chat, "new").id())
                    .as("ids of accounts that were lost are not given again")
                    .isGreaterThan(1_000_000);
            speaks(nodes.chat);
            assertThat(commands.run("restore", BACKUP.toString(), "--database", address(database))
                            .exitCode())
                    .as("it is not empty any more")
                    .isEqualTo(4);
        } finally {
            nodes.kill();
            fresh.close();
        }
    }

    @Test
    void without_the_log_everything_stored_before_the_backup_is_there_and_chat_goes_on() {
        var fresh = services("lost-");
        TestCluster.atOnce(fresh.broker()::comeUp, fresh.database()::comeBack);
        var database = fresh.database().address();
        long began = System.nanoTime();
        restore(database, "--lost-log");
        var nodes = nodes("lost-", fresh.broker(), database, Map.of("PARLEY_LOG_EPOCH", "1"));
        try {
            long seconds = seconds(began);
            var there = shown(nodes.chat);
            for (var pair : pairs) {
                assertThat(there.get(pair.conversation))
                        .doesNotHaveDuplicates()
                        .isSorted()
                        .containsAll(positions(before, pair.conversation));
            }
            is_read(earlyFile, nodes.chat);
            is_read(revokedFile, nodes.chat);
            assertThat(files(nodes.chat)).doesNotContain(lateFile.id);
            long lost =
                    all.size() - there.values().stream().mapToLong(List::size).sum();
            FIGURES.add("without the log: RPO %d messages, those of the %d ms after the backup began; RTO %d s"
                    .formatted(
                            lost,
                            Duration.between(backupBegan, lastAcknowledged).toMillis(),
                            seconds));
            speaks(nodes.chat);
            Eventually.holds(
                    PATIENCE,
                    () -> assertThat(new Rows(database).select("SELECT id FROM change_outbox"))
                            .as("the nodes know every membership and group")
                            .isEmpty());
        } finally {
            nodes.kill();
            fresh.close();
        }
    }

    @Test
    void a_damaged_backup_is_found_and_not_restored() throws IOException {
        var copy = TestPaths.made(FOLDER.resolve("damaged"));
        TestPaths.copy(BACKUP, copy);
        commands.run("backup", "verify", copy.toString()).as(0);
        var dump = copy.resolve("database.sql.gz");
        var bytes = Files.readAllBytes(dump);
        bytes[bytes.length / 2] ^= 1;
        Files.write(dump, bytes);
        assertThat(commands.run("backup", "verify", copy.toString()).as(1)).contains("was changed");
        var refused = commands.run("restore", copy.toString(), "--database", "127.0.0.1:1/parley");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors()).contains("damaged");
    }

    @Test
    void a_backup_has_no_password_and_only_its_owner_reads_it() throws IOException {
        assertThat(Files.readString(BACKUP.resolve("configuration.json"))).contains("DB_HOST");
        assertThat(Files.getPosixFilePermissions(BACKUP)).hasSize(3);
        assertThat(commands.run("backup", BACKUP.toString()).exitCode())
                .as("it is not overwritten")
                .isEqualTo(2);
    }

    private static void is_read(SentFile file, Node chat) {
        var answer = Uploads.get(chat, pairs.getFirst().kim, file.id);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(file.content);
    }

    private static int status(SentFile file, Node chat) {
        return Uploads.get(chat, pairs.getFirst().kim, file.id).statusCode();
    }

    /** The ids of the files that kim sees in the history of the group. */
    private static List<Long> files(Node chat) {
        return pairs.getFirst().kim.items(chat, group, 50).stream()
                .flatMap(item -> StreamSupport.stream(item.path("files").spliterator(), false))
                .map(file -> file.path("id").asLong())
                .toList();
    }

    /** Where the storage has a file. */
    private static Path contentOf(SentFile file) {
        return FILES.resolve("%02x/%d/content".formatted(file.id & 0xff, file.id));
    }

    /** A broker and a database, without servers. */
    private static TestCluster services(String prefix) {
        var services = TestCluster.builder()
                .prefix("backup-" + prefix)
                .chats()
                .persisters()
                .withoutProxies()
                .build();
        CLUSTERS.add(services);
        return services;
    }

    private record Nodes(Node chat, Node persister) {

        void kill() {
            chat.kill();
            persister.kill();
        }
    }

    /** Ready ones. */
    private static Nodes nodes(String prefix, Broker broker, DatabaseAddress database, Map<String, String> more) {
        var settings = new HashMap<>(SETTINGS);
        settings.putAll(TestCluster.HIGH_LIMITS);
        settings.putAll(database.environment());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", broker.address());
        settings.put(
                "PARLEY_TOKEN_KEY_FILE", FOLDER.resolveSibling("backup-key.pem").toString());
        settings.put("PARLEY_FILES_FOLDER", FILES.toString());
        settings.put("JVM_ARGS", TestClusterBuilder.QUICK_START);
        settings.putAll(more);
        var nodes = new Nodes(
                new Node("backup-" + prefix + "chat", "chat", "chat-ear/target/chat.ear", settings),
                new Node(
                        "backup-" + prefix + "persister",
                        "persister",
                        "chat-persister/target/chat-persister.war",
                        settings));
        TestCluster.atOnce(nodes.chat::start, nodes.persister::start);
        TestCluster.atOnce(nodes.chat::awaitReady, nodes.persister::awaitReady);
        return nodes;
    }

    private static long seconds(long sinceNanos) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - sinceNanos);
    }

    private static void restore(DatabaseAddress database, String... more) {
        TestPaths.delete(FILES);
        var line = Stream.concat(
                Stream.of("restore", BACKUP.toString(), "--database", address(database), "--files", FILES.toString()),
                Stream.of(more));
        commands.run(line.toArray(String[]::new)).as(0);
    }

    private static String address(DatabaseAddress database) {
        return database.host() + ":" + database.port() + "/" + database.name();
    }

    private static void storedToTheEnd(Broker broker, DatabaseAddress database) {
        Eventually.holds(PATIENCE, () -> {
            var next = new Rows(database).nextOffsets();
            broker.log()
                    .ends(Log.MESSAGES)
                    .forEach((partition, end) -> assertThat(next.getOrDefault(partition, 0L))
                            .as("next_offset of partition " + partition)
                            .isEqualTo(end));
        });
    }

    /** In the rows and in what a member reads. */
    private static void is_exactly(List<Acknowledged> acknowledged, DatabaseAddress database, Node chat) {
        var shown = shown(chat);
        for (var pair : pairs) {
            var expected = positions(acknowledged, pair.conversation);
            assertThat(new Rows(database).of(pair.conversation).stream().map(Rows.Row::pos))
                    .containsExactlyElementsOf(expected);
            assertThat(shown.get(pair.conversation)).containsExactlyElementsOf(expected);
        }
    }

    /** The positions of the messages that kim reads, by conversation. */
    private static Map<Long, List<Long>> shown(Node chat) {
        return pairs.stream()
                .collect(Collectors.toMap(
                        pair -> pair.conversation,
                        pair -> pair.kim.positions(chat, pair.conversation, 200),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static List<Long> positions(List<Acknowledged> acknowledged, long conversation) {
        return acknowledged.stream()
                .filter(each -> each.conversation() == conversation)
                .map(Acknowledged::pos)
                .sorted()
                .toList();
    }

    /** What ada says is delivered to kim, with a new session and with the one from before. */
    private static void speaks(Node chat) {
        var pair = pairs.getFirst();
        Person ada = pair.ada.signIn(chat);
        Eventually.holds(PATIENCE, () -> {
            try (var adas = Chat.hello(chat, ada);
                    var kims = Chat.hello(chat, pair.kim)) {
                for (long conversation : List.of(pair.conversation, group))
                    kims.message(adas.say(conversation, "after the restore")
                            .path("pos")
                            .asLong());
            }
        });
    }
}
