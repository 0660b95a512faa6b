package parley.system.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.cluster.server.TestPaths;

/** Production mode replaces the server's lists of features and headers, so both files must be kept alike. */
class ProductionConfigTest {

    @Test
    void production_mode_has_the_same_features_without_the_description_of_the_api() throws IOException {
        var all = elements("feature", "server.xml");
        assertThat(all).contains("mpOpenAPI-4.1");
        assertThat(elements("feature", "production-true.xml"))
                .isEqualTo(all.stream()
                        .filter(name -> !name.startsWith("mpOpenAPI"))
                        .toList());
    }

    @Test
    void production_mode_sets_the_same_headers_and_hsts() throws IOException {
        var all = elements("setIfMissing", "server.xml");
        assertThat(all).hasSizeGreaterThan(5);
        assertThat(elements("setIfMissing", "production-true.xml"))
                .containsAll(all)
                .contains("Strict-Transport-Security: max-age=31536000")
                .hasSize(all.size() + 1);
    }

    @Test
    void production_mode_removes_the_same_headers() throws IOException {
        assertThat(elements("remove", "production-true.xml")).isNotEmpty().isEqualTo(elements("remove", "server.xml"));
    }

    private static List<String> elements(String name, String file) throws IOException {
        var text = Files.readString(
                TestPaths.ROOT.resolve("src/main/liberty/config").resolve(file));
        return Pattern.compile("<%1$s>(.*?)</%1$s>".formatted(name))
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
