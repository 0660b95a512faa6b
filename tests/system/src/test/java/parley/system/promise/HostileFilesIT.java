package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.cluster.client.Cids;
import parley.cluster.client.HostileFiles;
import parley.cluster.client.Json;
import parley.cluster.client.Uploads;
import parley.cluster.server.TestCluster;

/** Files that harm programs which open them are kept as what they are, and neither opened nor run by anybody. */
class HostileFilesIT extends WithPair {

    @Test
    void what_could_run_in_a_browser_is_saved_and_not_shown() {
        is_only_saved("picture.png", "text/html", HostileFiles.page());
        is_only_saved("picture.svg", "image/svg+xml", HostileFiles.svgWithScript());
        is_only_saved("entities.svg", "image/svg+xml", HostileFiles.svgWithEntities());
        is_only_saved("paper.pdf", "application/pdf", HostileFiles.pdfThatIsAnArchive());
        is_only_saved("photos.zip", "application/zip", HostileFiles.zipBomb());
        text_goes_on();
    }

    @Test
    void a_picture_that_is_a_script_too_is_a_picture_to_every_browser() {
        var sent = sent("funny.js", HostileFiles.gifThatIsAScript());
        assertThat(sent.path("type").asText()).isEqualTo("image/gif");
        var headers = headers(sent);
        assertThat(headers.firstValue("Content-Type")).contains("image/gif");
        runs_nowhere(headers);
    }

    @Test
    void pictures_that_are_too_large_to_decode_are_files_without_a_thumbnail() {
        for (var content : List.of(
                HostileFiles.hugePng(20_000),
                HostileFiles.pngHeader(50_000, 50_000),
                HostileFiles.pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE),
                HostileFiles.pngHeader(1, 1),
                HostileFiles.hugeProgressiveJpeg(9_000),
                HostileFiles.jpegWithScans(200),
                HostileFiles.brokenJpeg())) {
            var sent = sent("huge.png", content);
            assertThat(sent.has("width")).as("%d bytes", content.length).isFalse();
            var thumbnail = Uploads.get(cluster.two(), pair.kim, sent.path("id").asLong() + "/thumbnail", more -> {});
            assertThat(thumbnail.statusCode()).isEqualTo(404);
            assertThat(Uploads.get(cluster.two(), pair.kim, sent.path("id").asLong())
                            .statusCode())
                    .isEqualTo(200);
        }
        text_goes_on();
    }

    @Test
    void many_pictures_that_are_slow_to_decode_do_not_hold_the_node() {
        var content = HostileFiles.hugePng(10_000);
        var statuses = new ConcurrentLinkedQueue<Integer>();
        try (var uploads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                long file = Uploads.begin(cluster.one(), pair.ada, "flood.png", content.length);
                uploads.execute(() -> statuses.add(Uploads.part(cluster.one(), pair.ada, file, null, content)
                        .status()));
            }
            text_goes_on();
        }
        // What waits too long is refused, and the page repeats it.
        assertThat(statuses).hasSize(12).contains(200).isSubsetOf(200, 429, 503);
        text_goes_on();
    }

    @Test
    void what_expands_beside_the_pixels_is_not_expanded() {
        var sent = sent("small.png", HostileFiles.pngWithBombsBesideItsPixels());
        assertThat(sent.path("type").asText()).isEqualTo("image/png");
        var content =
                Uploads.get(cluster.two(), pair.kim, sent.path("id").asLong()).body();
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("zTXt", "iTXt");
        assertThat(sent("screen.gif", HostileFiles.gifWithHugeScreen())
                        .path("type")
                        .asText())
                .isEqualTo("image/gif");
        text_goes_on();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "../../../../etc/passwd             | passwd",
                "..\\\\..\\\\boot.ini               | boot.ini",
                "/dev/null                          | null",
                "..                                 | file",
                "a; filename=evil.html              | a; filename=evil.html",
                "say \"hi\".txt                     | say \"hi\".txt",
                "<img src=x onerror=alert(1)>.png   | <img src=x onerror=alert(1)>.png",
                "документ.txt                       | документ.txt",
                "履歴書 最終版.txt                    | 履歴書 最終版.txt",
                "ملف.txt                            | ملف.txt",
                "ไฟล์.txt                           | ไฟล์.txt",
                "👩‍🚒.txt                             | 👩🚒.txt",
            })
    void a_name_is_a_name_and_never_a_path_or_a_header(String given, String kept) {
        name_is_kept(given, kept);
    }

    @Test
    void characters_that_break_lines_or_turn_text_are_not_in_names() {
        name_is_kept("a\r\nSet-Cookie: b=c\r\n\r\n.txt", "aSet-Cookie: b=c.txt");
        name_is_kept("gnp.\u202etxt", "gnp.txt");
        name_is_kept("a\0.txt", "a.txt");
    }

    private void name_is_kept(String given, String kept) {
        var sent = sent(given, "plain".getBytes(StandardCharsets.UTF_8));
        assertThat(sent.path("name").asText()).isEqualTo(kept);
        var headers = headers(sent);
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        assertThat(headers.firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .matches("[ -~]+");
        long id = sent.path("id").asLong();
        assertThat(TestCluster.filesFolder().resolve("%02x/%d".formatted(id & 0xff, id)))
                .isDirectoryContaining("glob:**/content");
    }

    private void is_only_saved(String name, String type, byte[] content) {
        var sent = sent(name, content);
        assertThat(sent.path("type").asText()).as(name).isEqualTo(type);
        assertThat(sent.has("width")).as(name).isFalse();
        var headers = headers(sent);
        assertThat(headers.firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;");
        runs_nowhere(headers);
        assertThat(Uploads.get(cluster.two(), pair.kim, sent.path("id").asLong())
                        .body())
                .as(name)
                .isEqualTo(content);
    }

    private static void runs_nowhere(HttpHeaders headers) {
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "sandbox");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    /** Both nodes do their work, whatever they were given. */
    private void text_goes_on() {
        pair.kims.message(pair.adaSays("text goes on"));
        pair.adas.message(pair.kimSays("here too"));
    }

    /** The file as the message of it has it. */
    private JsonNode sent(String name, byte[] content) {
        long file = Uploads.file(cluster.one(), pair.ada, name, content);
        var frame = Json.of("t", "send", "cid", Cids.now(), "conv", pair.conversation);
        frame.setAll(Json.of("files", new long[] {file}));
        long pos = pair.adas.now(frame).path("pos").asLong();
        return pair.kims.message(pos).path("files").path(0);
    }

    private HttpHeaders headers(JsonNode file) {
        return Uploads.get(cluster.two(), pair.kim, file.path("id").asLong()).headers();
    }
}
