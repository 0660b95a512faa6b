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
