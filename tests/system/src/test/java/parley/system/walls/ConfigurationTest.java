package parley.system.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.cluster.server.TestPaths;

/** Configuration keys and their documentation match. */
class ConfigurationTest {

    private static final Pattern IN_CODE = Pattern.compile("@ConfigProperty\\(name = \"(parley\\.[A-Za-z.]+)\"");
    /** Secrets can also be in files. */
    private static final Pattern IN_TABLE = Pattern.compile("\\b(setting|secret)\\(\"(parley\\.[A-Za-z.]+)\"");

    private static final Pattern IN_DOCS = Pattern.compile("`(parley\\.[A-Za-z.]+)`");

    /** Keys that are read by other means: by the launcher before there are beans, or as the folder of others. */
    private static final TreeSet<String> ELSEWHERE =
            new TreeSet<>(java.util.List.of("parley.data", "parley.embedded.classpath.file", "parley.role"));

    @Test
    void documentation_and_code_have_the_same_keys() throws IOException {
        var inCode = new TreeSet<>(ELSEWHERE);
        for (var module : new String[] {"chat-ejb", "chat-log", "chat-web", "chat-persister"}) {
            try (var files = Files.walk(TestPaths.ROOT.resolve(module + "/src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(ConfigurationTest::text)
                        .forEach(text -> {
                            IN_CODE.matcher(text).results().forEach(key -> inCode.add(key.group(1)));
                            IN_TABLE.matcher(text).results().forEach(key -> {
                                inCode.add(key.group(2));
                                if (key.group(1).equals("secret")) inCode.add(key.group(2) + "File");
                            });
                        });
            }
        }
        var inDocs = new TreeSet<String>();
        IN_DOCS.matcher(text(TestPaths.ROOT.resolve("docs/configuration.md")))
                .results()
                .forEach(key -> inDocs.add(key.group(1)));
        assertThat(inDocs).isEqualTo(inCode);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
