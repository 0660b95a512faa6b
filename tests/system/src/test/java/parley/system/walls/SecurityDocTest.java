package parley.system.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parley.cluster.server.TestPaths;

class SecurityDocTest {

    /** The simple name of a class in docs/security.md. */
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+(?:[A-Z]+[a-z]*)+)(?:\\.[a-z]+)?`");

    /** Names of the platform that look like classes of Parley. */
    private static final java.util.Set<String> PLATFORM = java.util.Set.of("HttpOnly", "SameSite", "SecureRandom");

    @Test
    void every_class_that_the_security_page_names_exists() throws IOException {
        var page = Files.readString(TestPaths.ROOT.resolve("docs/security.md"));
        var named = CLASS.matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(PLATFORM);
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(sources()).containsAll(named);
    }

    private static TreeSet<String> sources() throws IOException {
        try (var files = Files.walk(TestPaths.ROOT)) {
            return files.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".java") || name.endsWith(".tsx"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
