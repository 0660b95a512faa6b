package parley.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.cluster.server.TestPaths;

/** The labels of the image, as far as it needs no Docker to know them. */
class ImageTest {

    private static final Pattern VERSION =
            Pattern.compile("<artifactId>parley</artifactId>\\s*<version>([^<]+)</version>");

    @Test
    void its_version_is_that_of_the_build() throws IOException {
        var built = VERSION.matcher(text("pom.xml"));
        assertThat(built.find()).isTrue();
        assertThat(text("Dockerfile")).contains("\nARG VERSION=" + built.group(1) + "\n");
        assertThat(text("deploy/compose.yaml")).contains(" VERSION: ${PARLEY_VERSION:-" + built.group(1) + "}\n");
    }

    private static String text(String path) throws IOException {
        return Files.readString(TestPaths.ROOT.resolve(path));
    }
}
