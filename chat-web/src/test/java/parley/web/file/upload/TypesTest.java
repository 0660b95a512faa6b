package parley.web.file.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypesTest {

    private final TypeDetector types = new TypeDetector();

    @TempDir
    Path folder;

    @Test
    void contents_decide_and_not_names() throws IOException {
        assertThat(type("GIF89a\u0001\0\u0001\0", "page.html")).isEqualTo("image/gif");
        assertThat(type("<html><script>alert(1)</script></html>", "picture.png"))
                .isEqualTo("text/html");
        assertThat(type("%PDF-1.7\n", "sound.mp3")).isEqualTo("application/pdf");
        assertThat(type("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "a.jpg"))
                .isEqualTo("image/svg+xml");
    }

    @Test
    void what_is_both_a_picture_and_a_page_is_a_picture() throws IOException {
        assertThat(type("GIF89a/*<script>alert(1)</script>*/", "polyglot.html")).isEqualTo("image/gif");
    }

    @Test
    void what_browsers_record_of_a_voice_is_audio() throws IOException {
        assertThat(type(matroska("webm", SOUND), "Voice message.weba")).isEqualTo("audio/webm");
        assertThat(type(matroska("webm", SOUND), "any name")).isEqualTo("audio/webm");
        assertThat(type("OggS\0\u0002" + "\0".repeat(20) + "\u0001\u0013OpusHead\u0001", "Voice message.oga"))
                .startsWith("audio/");
        assertThat(type("\0\0\0\u001cftypiso5\0\0\u0002\0iso5iso6mp41", "Voice message.m4a"))
                .isEqualTo("audio/mp4");
        assertThat(type("<script>alert(1)</script>", "Voice message.weba")).isNotEqualTo("audio/webm");
    }

    @Test
    void films_in_the_same_containers_are_video() throws IOException {
        assertThat(type(matroska("webm", PICTURES), "Voice message.weba")).isEqualTo("video/webm");
        assertThat(type(matroska("webm", SOUND + PICTURES), "film")).isEqualTo("video/webm");
        assertThat(type(matroska("matroska", SOUND + PICTURES), "film.mkv")).isEqualTo("video/x-matroska");
        assertThat(type(matroska("matroska", SOUND), "song.mka")).isEqualTo("audio/x-matroska");
    }

    @Test
    void matroska_that_is_cut_off_or_wrong_has_a_type() throws IOException {
        var whole = matroska("webm", SOUND);
        for (int end = 4; end < whole.indexOf(CLUSTER); end++)
            assertThat(type(whole.substring(0, end), "Voice message.weba")).startsWith("video/");
        assertThat(type(whole.substring(0, 4) + "\0".repeat(100), "Voice message.weba"))
                .startsWith("video/");
        assertThat(type(whole.substring(0, 4) + "\u00ff".repeat(100), "Voice message.weba"))
                .startsWith("video/");
    }

    private static final String SOUND = "\u00ae\u0083\u0083\u0081\u0002";
    private static final String CLUSTER = "\u001f\u0043\u00b6\u0075";
    private static final String PICTURES = "\u00ae\u0083\u0083\u0081\u0001";

    /** As a browser writes it: segment and cluster of unknown sizes, and something to skip. */
    private static String matroska(String kind, String tracks) {
        var type = "\u0042\u0082" + (char) (0x80 | kind.length()) + kind;
        return "\u001a\u0045\u00df\u00a3" + (char) (0x80 | type.length()) + type
                + "\u0018\u0053\u0080\u0067\u0001" + "\u00ff".repeat(7)
                + "\u0015\u0049\u00a9\u0066\u0083abc"
                + "\u0016\u0054\u00ae\u006b" + (char) (0x80 | tracks.length()) + tracks
                + CLUSTER + "\u0001" + "\u00ff".repeat(7) + "media";
    }

    @Test
    void the_configuration_allows_types_and_families() {
        var allowed = new AllowedTypes(List.of("image/*", " application/pdf"));
        assertThat(allowed.allow("image/png")).isTrue();
        assertThat(allowed.allow("application/pdf")).isTrue();
        assertThat(allowed.allow("application/zip")).isFalse();
        assertThat(allowed.allow("imagex/png")).isFalse();
        assertThat(new AllowedTypes(List.of("*/*")).allow("any/thing")).isTrue();
    }

    private String type(String content, String name) throws IOException {
        var file = Files.writeString(folder.resolve("content"), content, StandardCharsets.ISO_8859_1);
        return types.detect(file, name);
    }
}
