package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Documents;
import parley.cluster.client.HostileFiles;
import parley.cluster.client.Json;
import parley.cluster.client.OpenUpload;
import parley.cluster.client.Person;
import parley.cluster.client.Uploads;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** Files are durable before they are sent, sent once, and read by those who may read the message. */
class FilesIT extends WithPair {

    private static final int MIB = 1_024 * 1_024;

    private final Person stranger = Person.register(cluster.two(), "stranger");

    @Test
    void a_file_is_read_on_all_nodes_by_the_members_and_nobody_else() {
        byte[] picture = Uploads.picture(1_600, 800);
        long file = Uploads.file(cluster.one(), pair.ada, "../../Grüße \u202egnp.png", picture);
        assertThat(status(pair.ada, file)).isEqualTo(200);
        assertThat(status(pair.kim, file)).isEqualTo(404);
        long pos = pair.adas.now(send(Cids.now(), null, file)).path("pos").asLong();
        var entry = pair.kims.message(pos).path("files").path(0);
        assertThat(entry.path("id").asLong()).isEqualTo(file);
        assertThat(entry.path("name").asText()).isEqualTo("Grüße gnp.png");
        assertThat(entry.path("type").asText()).isEqualTo("image/png");
        assertThat(entry.path("width").asInt()).isEqualTo(1_600);
        assertThat(entry.path("placeholder").asText()).isNotEmpty();
        assertThat(pair.kims.message(pos).path("body").asText()).isEmpty();
        is_read_by_members_only(file, picture);
        Stored.reaches_to_the_end_of_the_log(cluster);
        is_read_by_members_only(file, picture);
        assertThat(item(pos).path("files").path(0)).isEqualTo(entry);
        var thumbnail = Uploads.get(cluster.two(), pair.kim, file + "/thumbnail", more -> {});
        assertThat(thumbnail.headers().firstValue("Content-Type")).contains("image/jpeg");
        var list = pair.kim
                .at(cluster.two())
                .get("/api/conversations/" + pair.conversation + "/files")
                .as(200)
                .path("items");
        assertThat(list.path(0).path("pos").asLong()).isEqualTo(pos);
        assertThat(list.path(0).path("file")).isEqualTo(entry);
    }

    @Test
    void the_first_page_of_a_pdf_file_is_a_picture_for_those_who_may_read_it() {
        long file = Uploads.file(cluster.one(), pair.ada, "plan.pdf", Documents.pdf("The boiler"));
        long pos = pair.adas.now(send(Cids.now(), null, file)).path("pos").asLong();
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(page(pair.kim, file).statusCode()).isEqualTo(200));
        var page = page(pair.kim, file);
        assertThat(page.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
        assertThat(page.body()).startsWith(0xff, 0xd8);
        assertThat(page(stranger, file).statusCode()).isEqualTo(404);
        pair.adas.now(Json.of("t", "revoke", "cid", Cids.now(), "conv", pair.conversation, "pos", pos));
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(page(pair.kim, file).statusCode()).isEqualTo(404));
        long broken = sent("paper.pdf", HostileFiles.pdfThatIsAnArchive());
        assertThat(page(pair.kim, broken).statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> page(Person reader, long file) {
        return Uploads.get(cluster.two(), reader, file + "/thumbnail", more -> {});
    }

    @Test
    void the_files_of_a_conversation_are_listed_page_by_page_and_by_kind() {
        long picture = sent("boiler.png", Uploads.picture(40, 30));
        long text = sent("notes.txt", "notes".getBytes(StandardCharsets.UTF_8));
        long newest = sent("chimney.png", Uploads.picture(30, 40));
        Stored.reaches_to_the_end_of_the_log(cluster);
        var first = listed("?limit=2");
        assertThat(ids(first)).containsExactly(newest, text);
        assertThat(ids(listed("?limit=2&after=" + first.path("next").asText()))).containsExactly(picture);
        assertThat(ids(listed("?kind=image"))).containsExactly(newest, picture);
        assertThat(ids(listed("?kind=other"))).containsExactly(text);
        assertThat(ids(listed("?kind=audio"))).isEmpty();
        assertThat(pair.kim.at(cluster.two()).get(list() + "?kind=IMAGE").status())
                .isEqualTo(400);
    }

    private JsonNode listed(String query) {
        return pair.kim.at(cluster.two()).get(list() + query).as(200);
    }

    private String list() {
        return "/api/conversations/" + pair.conversation + "/files";
    }

    private static List<Long> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("file").path("id").asLong())
                .toList();
    }

    private void is_read_by_members_only(long file, byte[] content) {
        assertThat(Uploads.get(cluster.two(), pair.kim, file).body()).isEqualTo(content);
        assertThat(Uploads.get(cluster.one(), pair.ada, file).body()).isEqualTo(content);
        assertThat(status(stranger, file)).isEqualTo(404);
        assertThat(Uploads.get(cluster.two(), stranger, file + "/thumbnail", more -> {})
                        .statusCode())
                .isEqualTo(404);
        assertThat(Api.at(cluster.one()).get("/api/files/" + file).status()).isEqualTo(401);
    }

    @Test
    void a_page_of_another_person_runs_nowhere() {
        long file = sent("page.html", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
        var headers = Uploads.get(cluster.two(), pair.kim, file).headers();
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "sandbox");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;");
        assertThat(headers.firstValue("Cache-Control")).contains("private, no-cache");
    }

    @Test
    void ranges_and_entity_tags_save_what_the_client_has() {
        long file = sent("digits.txt", "0123456789".getBytes(StandardCharsets.UTF_8));
        var part = Uploads.get(cluster.two(), pair.kim, "" + file, more -> more.header("Range", "bytes=2-4"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(new String(part.body(), StandardCharsets.UTF_8)).isEqualTo("234");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 2-4/10");
        var beyond = Uploads.get(cluster.two(), pair.kim, "" + file, more -> more.header("Range", "bytes=10-"));
        assertThat(beyond.statusCode()).isEqualTo(416);
        var many = Uploads.get(
                cluster.two(), pair.kim, "" + file, more -> more.header("Range", "bytes=0-1" + ",2-3".repeat(500)));
        assertThat(many.statusCode()).isEqualTo(200);
        assertThat(many.body()).hasSize(10);
        var tag = part.headers().firstValue("ETag").orElseThrow();
        var same = Uploads.get(cluster.one(), pair.kim, "" + file, more -> more.header("If-None-Match", tag));
        assertThat(same.statusCode()).isEqualTo(304);
        var head = pair.kim.at(cluster.two()).call("HEAD", "/api/files/" + file, null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("10");
    }

    @Test
    void an_upload_is_continued_on_another_node_and_its_repeats_change_nothing() {
        var content = new byte[5 * MIB];
        new Random(7).nextBytes(content);
        long file = Uploads.begin(cluster.one(), pair.ada, "large.bin", content.length);
        assertThat(part(file, content, 0, 2 * MIB, 0).path("received").asInt()).isEqualTo(2 * MIB);
        assertThat(part(file, content, 0, 2 * MIB, 1).path("received").asInt()).isEqualTo(2 * MIB);
        assertThat(pair.adas
                        .now(send(Cids.now(), "too early", file))
                        .path("code")
                        .asText())
                .isEqualTo("conflict");
        var gap = Uploads.part(
                cluster.two(), pair.ada, file, range(3 * MIB, 5 * MIB, content), slice(content, 3 * MIB, 5 * MIB));
        assertThat(gap.status()).isEqualTo(409);
        assertThat(Uploads.part(cluster.one(), pair.kim, file, null, content).status())
                .isEqualTo(404);
        var truncated = Uploads.part(cluster.two(), pair.ada, file, range(2 * MIB, 5 * MIB, content), new byte[MIB]);
        assertThat(truncated.status()).isEqualTo(400);
        var state =
                pair.ada.at(cluster.two()).get("/api/files/" + file + "/upload").as(200);
        assertThat(state.path("received").asInt()).isEqualTo(2 * MIB);
        assertThat(part(file, content, 2 * MIB, 5 * MIB, 1).path("complete").asBoolean())
                .isTrue();
        assertThat(part(file, content, 2 * MIB, 5 * MIB, 0).path("complete").asBoolean())
                .isTrue();
        pair.adas.now(send(Cids.now(), "here it is", file));
        assertThat(Uploads.get(cluster.two(), pair.kim, file).body()).isEqualTo(content);
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(folder(file))
                        .isDirectoryContaining("glob:**/content")
                        .isDirectoryNotContaining("glob:**/part-*"));
    }

    @Test
    void a_part_that_arrives_after_the_file_was_sent_replaces_nothing() {
        byte[] content = "first".getBytes(StandardCharsets.UTF_8);
        long file = Uploads.begin(cluster.one(), pair.ada, "notes.txt", content.length);
        try (var late = OpenUpload.begin(cluster.two(), pair.ada, file, content.length)) {
            late.send((byte) 'o');
            Uploads.part(cluster.one(), pair.ada, file, null, content).as(200);
            pair.adas.now(send(Cids.now(), "here it is", file));
            late.send("ther".getBytes(StandardCharsets.UTF_8));
            assertThat(late.status(Chat.PATIENCE)).isEqualTo(200);
        }
        assertThat(Uploads.get(cluster.two(), pair.kim, file).body()).isEqualTo(content);
    }

    @Test
    void parts_that_do_not_end_are_limited_and_leave_threads_for_others() {
        var open = new ArrayList<OpenUpload>();
        try {
            for (int i = 0; i < 8; i++) {
                long file = Uploads.begin(cluster.one(), pair.ada, "slow.txt", 5);
                open.add(OpenUpload.begin(cluster.one(), pair.ada, file, 5).send((byte) 'a'));
            }
            long file = Uploads.begin(cluster.one(), pair.ada, "late.txt", 1);
            Eventually.holds(
                    Chat.PATIENCE,
                    () -> assertThat(Uploads.part(cluster.one(), pair.ada, file, "bytes 0-0/2", new byte[1])
                                    .status())
                            .isEqualTo(503));
            assertThat(Uploads.file(cluster.one(), pair.kim, "kims.txt", new byte[1]))
                    .isPositive();
        } finally {
            open.forEach(OpenUpload::close);
        }
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(Uploads.file(cluster.one(), pair.ada, "again.txt", new byte[1]))
                        .isPositive());
    }

    @Test
    void contents_that_differ_from_their_checksum_are_not_taken() {
        byte[] content = "first".getBytes(StandardCharsets.UTF_8);
        var sha256 = "a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e";
        var request = Json.of("name", "notes.txt", "size", content.length, "sha256", sha256);
        long file = pair.ada
                .at(cluster.one())
                .post("/api/files", request)
                .as(201)
                .path("id")
                .asLong();
        var other = "other".getBytes(StandardCharsets.UTF_8);
        assertThat(Uploads.part(cluster.one(), pair.ada, file, null, other).status())
                .isEqualTo(409);
        assertThat(Uploads.part(cluster.two(), pair.ada, file, null, content)
                        .as(200)
                        .path("complete")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_file_is_sent_once_by_its_owner() {
        long file = Uploads.file(cluster.one(), pair.ada, "once.txt", "once".getBytes(StandardCharsets.UTF_8));
        assertThat(pair.kims.now(send(Cids.now(), "mine", file)).path("code").asText())
                .isEqualTo("not_found");
        var cid = Cids.now();
        var first = pair.adas.now(send(cid, "first", file));
        var repeat = pair.ada
                .at(cluster.two())
                .post(
                        "/api/conversations/" + pair.conversation + "/messages",
                        Json.of("cid", cid, "body", "first", "files", new long[] {file}))
                .as(200);
        assertThat(repeat.path("pos")).isEqualTo(first.path("pos"));
        assertThat(repeat.path("dup").asBoolean()).isTrue();
        assertThat(pair.adas.now(send(Cids.now(), "again", file)).path("code").asText())
                .isEqualTo("conflict");
        assertThat(pair.ada.at(cluster.one()).delete("/api/files/" + file).status())
                .isEqualTo(409);
    }

    @Test
    void a_revoke_removes_the_files_for_everybody_and_from_the_storage() {
        long file = Uploads.file(cluster.one(), pair.ada, "regretted.png", Uploads.picture(40, 30));
        long pos = pair.adas.now(send(Cids.now(), "look", file)).path("pos").asLong();
        pair.adas.now(Json.of("t", "edit", "cid", Cids.now(), "conv", pair.conversation, "pos", pos, "body", "see"));
        assertThat(item(pos).path("files")).hasSize(1);
        assertThat(folder(file)).isDirectory();
        pair.adas.now(Json.of("t", "revoke", "cid", Cids.now(), "conv", pair.conversation, "pos", pos));
        Eventually.holds(Chat.PATIENCE, () -> assertThat(status(pair.kim, file)).isEqualTo(404));
        Eventually.holds(Chat.PATIENCE, () -> assertThat(folder(file)).doesNotExist());
        assertThat(status(pair.ada, file)).isEqualTo(404);
        assertThat(item(pos).has("files")).isFalse();
        assertThat(pair.kim
                        .at(cluster.two())
                        .get("/api/conversations/" + pair.conversation + "/files")
                        .as(200)
                        .path("items"))
                .isEmpty();
    }

    @Test
    void a_cancelled_upload_is_removed() {
        long file = Uploads.file(cluster.one(), pair.ada, "cancelled.txt", new byte[] {1});
        assertThat(pair.ada.at(cluster.two()).delete("/api/files/" + file).status())
                .isEqualTo(204);
        assertThat(status(pair.ada, file)).isEqualTo(404);
        Eventually.holds(Chat.PATIENCE, () -> assertThat(folder(file)).doesNotExist());
    }

    @Test
    void files_that_nobody_sends_are_removed_after_a_day() {
        byte[] content = new byte[2 * MIB];
        long unfinished = Uploads.begin(cluster.one(), pair.ada, "unfinished.bin", content.length);
        part(unfinished, content, 0, MIB, 0);
        long unsent = Uploads.file(cluster.one(), pair.ada, "unsent.txt", new byte[] {1});
        long sent = sent("sent.txt", new byte[] {2});
        long recent = Uploads.file(cluster.one(), pair.ada, "recent.txt", new byte[] {3});
        Stored.reaches_to_the_end_of_the_log(cluster);

        cluster.rows()
                .execute("UPDATE file SET created_at = created_at - INTERVAL 25 HOUR WHERE id IN (%d, %d, %d)"
                        .formatted(unfinished, unsent, sent));
        Eventually.holds(Chat.PATIENCE, () -> {
            assertThat(folder(unfinished)).doesNotExist();
            assertThat(folder(unsent)).doesNotExist();
        });
        assertThat(status(pair.ada, unsent)).isEqualTo(404);
        assertThat(status(pair.kim, sent)).isEqualTo(200);
        assertThat(status(pair.ada, recent)).isEqualTo(200);
    }

    @Test
    void who_leaves_reads_no_file_and_who_joins_reads_what_the_history_allows() {
        long group = pair.ada.group(cluster.one(), "with files", pair.kim);
        pair.ada
                .at(cluster.one())
                .patch("/api/conversations/" + group, Json.of("history", "joined"))
                .as(200);
        long early = Uploads.file(cluster.one(), pair.ada, "early.txt", new byte[] {1});
        pair.adas.now(send(group, Cids.now(), "early", early));
        pair.ada
                .at(cluster.one())
                .put("/api/conversations/" + group + "/members/" + stranger.id())
                .as(201);
        long later = Uploads.file(cluster.one(), pair.ada, "later.txt", new byte[] {2});
        pair.adas.now(send(group, Cids.now(), "later", later));
        Eventually.holds(
                Chat.PATIENCE, () -> assertThat(status(stranger, later)).isEqualTo(200));
        assertThat(status(stranger, early)).isEqualTo(404);
        pair.kim.at(cluster.two()).delete("/api/conversations/" + group + "/members/me");
        Eventually.holds(
                Chat.PATIENCE, () -> assertThat(status(pair.kim, later)).isEqualTo(404));
    }

    @Test
    void what_is_not_allowed_is_refused_in_plain_words() {
        var api = pair.ada.at(cluster.one());
        assertThat(api.post("/api/files", Json.of("name", "huge", "size", 1L << 40))
                        .status())
                .isEqualTo(413);
        assertThat(api.post("/api/files", Json.of("name", "empty", "size", 0)).status())
                .isEqualTo(400);
        long large = Uploads.begin(cluster.one(), pair.ada, "large", 20 * MIB);
        assertThat(Uploads.part(cluster.one(), pair.ada, large, null, new byte[9 * MIB])
                        .status())
                .isEqualTo(413);
        assertThat(pair.adas
                        .now(send(Cids.now(), null).put("files", "no list"))
                        .path("code")
                        .asText())
                .isEqualTo("bad_frame");
        assertThat(pair.adas.now(send(Cids.now(), null)).path("code").asText()).isEqualTo("bad_frame");
        for (var path : new String[] {"/api/files/..%2f..%2fetc", "/api/files/0", "/api/files/9007199254740992"})
            assertThat(api.get(path).status()).as(path).isIn(400, 404);
    }

    @Test
    void without_the_database_text_goes_on_and_recent_files_are_read() {
        byte[] content = "recent".getBytes(StandardCharsets.UTF_8);
        long recent = sent("recent.txt", content);
        long unsent = Uploads.file(cluster.one(), pair.ada, "unsent.txt", content);
        var cid = Cids.now();
        cluster.database().goAway();
        try {
            Eventually.holds(
                    Chat.PATIENCE,
                    () -> assertThat(pair.ada
                                    .at(cluster.one())
                                    .post("/api/files", Json.of("name", "late.txt", "size", 5))
                                    .status())
                            .isEqualTo(503));
            assertThat(pair.adaSays("text goes on")).isPositive();
            assertThat(Uploads.get(cluster.two(), pair.kim, recent).body()).isEqualTo(content);
            assertThat(status(stranger, recent)).isEqualTo(404);
            assertThat(pair.adas.now(send(cid, "waits", unsent)).path("code").asText())
                    .isEqualTo("unavailable");
        } finally {
            cluster.database().comeBack();
        }
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(pair.adas
                                .now(send(cid, "waits", unsent))
                                .path("t")
                                .asText())
                        .isEqualTo("ok"));
        assertThat(Uploads.get(cluster.two(), pair.kim, unsent).body()).isEqualTo(content);
    }

    private long sent(String name, byte[] content) {
        long file = Uploads.file(cluster.one(), pair.ada, name, content);
        long pos = pair.adas.now(send(Cids.now(), "a file", file)).path("pos").asLong();
        pair.kims.message(pos);
        return file;
    }

    private ObjectNode send(String cid, String body, long... files) {
        return send(pair.conversation, cid, body, files);
    }

    private static ObjectNode send(long conversation, String cid, String body, long... files) {
        var frame = Json.of("t", "send", "cid", cid, "conv", conversation);
        if (body != null) frame.put("body", body);
        if (files.length > 0) frame.setAll(Json.of("files", files));
        return frame;
    }

    /** @param node 0 or 1 */
    private JsonNode part(long file, byte[] content, int from, int to, int node) {
        var at = node == 0 ? cluster.one() : cluster.two();
        return Uploads.part(at, pair.ada, file, range(from, to, content), slice(content, from, to))
                .as(200);
    }

    private static String range(int from, int to, byte[] content) {
        return "bytes " + from + "-" + (to - 1) + "/" + content.length;
    }

    private static byte[] slice(byte[] content, int from, int to) {
        return Arrays.copyOfRange(content, from, to);
    }

    private int status(Person reader, long file) {
        return Uploads.get(cluster.two(), reader, file).statusCode();
    }

    private JsonNode item(long pos) {
        for (var item : pair.kim.items(cluster.two(), pair.conversation, 50))
            if (item.path("pos").asLong() == pos) return item;
        throw new AssertionError("no message at " + pos);
    }

    /** Where the storage has a file. */
    private static Path folder(long file) {
        return TestCluster.filesFolder().resolve("%02x/%d".formatted(file & 0xff, file));
    }
}
