package parley.web.platform.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageFilesTest {

    private final List<String> opened = new ArrayList<>();
    private final PageFiles files = new PageFiles(path -> {
        opened.add(path);
        return path.contains("missing") ? null : new ByteArrayInputStream(path.getBytes(UTF_8));
    });

    @Test
    void the_start_page_and_the_assets_are_served_with_their_encodings() throws IOException {
        for (var path : List.of(
                "/index.html",
                "/index.html.br",
                "/assets/index-B_x-1.js",
                "/assets/index-B_x-1.js.gz",
                "/assets/fonts/inter.woff2"))
            assertThat(files.read(path)).asString(UTF_8).isEqualTo(path);
    }

    @Test
    void nothing_else_of_the_application_is_opened() throws IOException {
        for (var path : List.of(
                "/assets/../WEB-INF/web.xml",
                "/assets/..",
                "/assets/fonts/../../META-INF/MANIFEST.MF",
                "/assets/..\\WEB-INF\\web.xml",
                "/assets/%2e%2e/WEB-INF/web.xml",
                "/assets/.hidden",
                "/assets//x.js",
                "/assets/",
                "/assets",
                "/assets/x.js\u0000",
                "/WEB-INF/web.xml",
                "/index.html/../WEB-INF/web.xml",
                "")) {
            assertThat(files.read(path)).as(path).isNull();
            assertThat(files.tag(path)).as(path).isNull();
        }
        assertThat(opened).isEmpty();
    }

    @Test
    void a_missing_file_has_no_tag() throws IOException {
        assertThat(files.tag("/assets/missing.js")).isNull();
    }

    @Test
    void the_tag_of_a_file_is_computed_once() throws IOException {
        var tag = files.tag("/assets/x.js");
        assertThat(tag).isEqualTo(EntityTag.of("/assets/x.js".getBytes(UTF_8)));
        assertThat(files.tag("/assets/x.js")).isSameAs(tag);
        assertThat(opened).hasSize(1);
    }
}
