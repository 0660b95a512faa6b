package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.client.Uploads;
import parley.cluster.server.Disk;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.S3Server;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestPaths;
import parley.cluster.server.VirusScannerServer;

/**
 * What files need in addition to log and database: an S3 server that hangs or is killed, a disk that is full, and a virus
 * scanner that is down or hangs. Whatever happens to them, text goes on, and an upload gets a clear answer.
 */
@Tag("long")
class FileServicesIT {

    private static final byte[] CONTENT = "durable".getBytes(StandardCharsets.UTF_8);
    private static final byte[] MEBIBYTE = new byte[1_024 * 1_024];
    private static final byte[] MALWARE = VirusScannerServer.EICAR.getBytes(StandardCharsets.US_ASCII);

    private static TestCluster cluster;
    private static Disk disk;
    private static S3Server s3;
    private static VirusScannerServer scanner;

    /** Files are in S3; with links, and refused while the scanner cannot be used. */
    private static Node onS3;

    /** Files are on a small disk, and accepted while the scanner cannot be used. */
    private static Node onDisk;

    private final Pair pair = Pair.on(onS3, onDisk);

    @BeforeAll
    static void start() throws IOException {
        cluster = TestCluster.shared();
        disk = Disk.at(TestPaths.WORLD.resolve("small-disk"), 8);
        s3 = new S3Server("s3", TestPaths.WORLD.resolve("s3"));
        s3.start();
        scanner = new VirusScannerServer();
        // The database knows of files, so that an empty folder would be taken for one that is not mounted.
        Files.createFile(TestPaths.made(disk.folder().resolve("files")).resolve(".parley-files"));
        onS3 = cluster.another(
                "on-s3",
                settings(
                        s3.settings(),
                        Map.of(
                                "PARLEY_FILES_TIMEOUTSECONDS", "2",
                                "PARLEY_FILES_CALLS", "4",
                                "PARLEY_FILES_LINKORIGIN", s3.endpoint())));
        onDisk = cluster.another(
                "on-disk",
                settings(Map.of(
                        "PARLEY_FILES_FOLDER",
                        disk.folder().resolve("files").toString(),
                        "PARLEY_FILES_SCANNERREQUIRED",
                        "false")));
        TestCluster.atOnce(s3::awaitReady, onS3::comeUp, onDisk::comeUp);
    }

    @SafeVarargs
    private static Map<String, String> settings(Map<String, String>... some) {
        var all = new HashMap<>(TestCluster.HIGH_LIMITS);
        all.putAll(scanner.settings());
        for (var more : some) all.putAll(more);
        return all;
    }

    @AfterAll
    static void end() {
        Stream.of(onS3, onDisk, s3).forEach(process -> process.kill());
        scanner.close();
        disk.unmount();
    }

    @AfterEach
    void disconnect() {
        pair.close();
    }

    @Test
    void while_s3_hangs_text_goes_on_and_uploads_are_refused_until_it_answers_again() {
        var late = Stream.generate(() -> Uploads.begin(onS3, pair.ada, "late.txt", CONTENT.length))
                .limit(12)
                .toList();
        s3.freeze();
        try {
            // More than may wait for the storage.
            var uploads = CompletableFuture.supplyAsync(
                    () -> Api.atOnce(late.size(), which -> upload(onS3, late.get(which), CONTENT)));
            text_goes_on();
            assertThat(uploads.join()).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.text()).contains("Messages without files still work");
            });
            text_goes_on();
        } finally {
            s3.thaw();
        }
        for (long file : late) is_uploaded(onS3, file, CONTENT);
        for (long file : late)
            assertThat(Uploads.get(onS3, pair.ada, file).statusCode()).isEqualTo(307);
    }

    @Test
    void while_s3_is_killed_uploads_are_refused_and_everything_is_there_when_it_is_back() throws Exception {
        long before = Uploads.file(onS3, pair.ada, "before.txt", CONTENT);
        long late = Uploads.begin(onS3, pair.ada, "late.txt", CONTENT.length);
        s3.kill();
        try {
            assertThat(upload(onS3, late, CONTENT).status()).isEqualTo(503);
            text_goes_on();
            Eventually.holds(
                    Chat.PATIENCE,
                    () -> assertThat(onS3.health("ready").body()).contains("The bucket files cannot be reached"));
            assertThat(onS3.health("ready").status()).isEqualTo(200);
        } finally {
            s3.comeUp();
        }
        is_uploaded(onS3, late, CONTENT);
        for (long file : List.of(before, late))
            assertThat(follow(Uploads.get(onS3, pair.ada, file)).body()).isEqualTo(CONTENT);
    }

    @Test
    void a_full_disk_refuses_uploads_and_keeps_nothing_of_them() throws IOException {
        assumeTrue(disk.missing() == null, disk::missing);
        long before = Uploads.file(onDisk, pair.kim, "before.bin", MEBIBYTE);
        long late = Uploads.begin(onDisk, pair.kim, "late.bin", MEBIBYTE.length);
        disk.fill();
        try {
            assertThat(upload(pair.kim, onDisk, late, MEBIBYTE).status()).isEqualTo(503);
            text_goes_on();
            assertThat(Uploads.get(onDisk, pair.kim, before).body()).isEqualTo(MEBIBYTE);
            try (var files = Files.walk(disk.folder().resolve("files"))) {
                assertThat(files.filter(Files::isRegularFile)
                                .map(file -> file.getFileName().toString()))
                        .allMatch(name -> List.of("content", ".parley-files").contains(name));
            }
        } finally {
            disk.free();
        }
        assertThat(upload(pair.kim, onDisk, late, MEBIBYTE).status()).isEqualTo(200);
        assertThat(Uploads.get(onDisk, pair.kim, late).body()).isEqualTo(MEBIBYTE);
    }

    @Test
    void members_get_a_link_to_s3_and_nobody_else_does() throws Exception {
        var picture = Uploads.picture(400, 300);
        long file = Uploads.file(onS3, pair.ada, "boiler ö.png", picture);
        var frame = Json.of("t", "send", "cid", Cids.now(), "conv", pair.conversation);
        frame.setAll(Json.of("files", new long[] {file}));
        long pos = pair.adas.now(frame).path("pos").asLong();
        var answer = Uploads.get(onS3, pair.kim, file);
        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        var given = follow(answer);
        assertThat(given.body()).isEqualTo(picture);
        assertThat(given.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(given.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("boiler%20%C3%B6.png");
        assertThat(Uploads.get(onS3, pair.kim, file + "/thumbnail", more -> {}).statusCode())
                .isEqualTo(200);
        var stranger = Person.register(onS3, "stranger");
        var refused = Uploads.get(onS3, stranger, file);
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.headers().firstValue("Location")).isEmpty();
        pair.adas.now(Json.of("t", "revoke", "cid", Cids.now(), "conv", pair.conversation, "pos", pos));
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(Uploads.get(onS3, pair.kim, file).statusCode()).isEqualTo(404));
        assertThat(policy(onS3))
                .contains(
                        "img-src 'self' data: blob: " + s3.endpoint() + ";",
                        "media-src 'self' blob: " + s3.endpoint() + ";");
        assertThat(policy(cluster.one())).doesNotContain("http");
    }

    private static String policy(Node node) {
        return Api.at(node).get("/").header("Content-Security-Policy");
    }

    @Test
    void malware_is_refused_and_gone() {
        for (var node : List.of(onS3, onDisk)) {
            long file = Uploads.begin(node, pair.ada, "harmless.txt", MALWARE.length);
            var answer = upload(node, file, MALWARE);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("malware");
            assertThat(pair.ada.at(node).get("/api/files/" + file + "/upload").status())
                    .isEqualTo(404);
            assertThat(s3.holds(file)).isFalse();
            is_uploaded(node, Uploads.begin(node, pair.ada, "harmless.txt", CONTENT.length), CONTENT);
        }
    }

    @Test
    void without_the_scanner_uploads_are_refused_or_accepted_as_configured() {
        scanner.goAway();
        try {
            scanning_is_required_on_s3_only();
        } finally {
            scanner.comeBack();
        }
        scanner.hang(true);
        try {
            scanning_is_required_on_s3_only();
        } finally {
            scanner.hang(false);
        }
        malware_is_refused_and_gone();
    }

    private void scanning_is_required_on_s3_only() {
        long required = Uploads.begin(onS3, pair.ada, "required.txt", CONTENT.length);
        assertThat(upload(onS3, required, CONTENT).status()).isEqualTo(503);
        assertThat(s3.holds(required)).isFalse();
        text_goes_on();
        is_uploaded(onDisk, Uploads.begin(onDisk, pair.ada, "optional.txt", CONTENT.length), CONTENT);
    }

    private void text_goes_on() {
        pair.kims.message(pair.adaSays("text goes on"));
        pair.adas.message(pair.kimSays("here too"));
    }

    private void is_uploaded(Node node, long file, byte[] content) {
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(upload(node, file, content).status()).isEqualTo(200));
    }

    private Api.Reply upload(Node node, long file, byte[] content) {
        return upload(pair.ada, node, file, content);
    }

    private static Api.Reply upload(Person owner, Node node, long file, byte[] content) {
        return Uploads.part(node, owner, file, null, content);
    }

    private static HttpResponse<byte[]> follow(HttpResponse<?> redirect) throws IOException, InterruptedException {
        var link = URI.create(redirect.headers().firstValue("Location").orElseThrow());
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray());
        }
    }
}
