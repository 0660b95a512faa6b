package parley.system.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.cluster.server.TestPaths;

/** Production mode replaces the list of the server's features, which must be the same except for what it omits. */
class FeaturesTest {

    @Test
    void production_mode_has_the_same_features_except_openapi() throws IOException {
        var all = features("server.xml");
        assertThat(all).contains("mpOpenAPI-4.1");
        assertThat(features("production-true.xml"))
                .isEqualTo(all.stream()
                        .filter(name -> !name.startsWith("mpOpenAPI"))
                        .toList());
    }

    private static List<String> features(String file) throws IOException {
        var text = Files.readString(
                TestPaths.ROOT.resolve("src/main/liberty/config").resolve(file));
        return Pattern.compile("<feature>(.*?)</feature>")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
