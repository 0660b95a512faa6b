package parley.system.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.cluster.server.TestPaths;

class GlossaryTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+)");
    private static final Pattern TOPIC = Pattern.compile("\"(chat_\\w+)\"");
    private static final List<String> MODULES =
            List.of("chat-ejb", "chat-log", "chat-web", "chat-persister", "parley-cli");

    @Test
    void every_class_table_and_topic_of_the_glossary_exists() throws IOException {
        var named = terms().stream().flatMap(GlossaryTest::code).collect(Collectors.toCollection(TreeSet::new));
        var known = new TreeSet<>(classes());
        known.addAll(found(TABLE, "chat-ejb/src/main/resources/db/migration", ".sql"));
        known.addAll(found(TOPIC, "chat-log/src/main/java", "Topics.java"));
        assertThat(named).hasSizeGreaterThan(40);
        assertThat(known).containsAll(named);
    }

    @Test
    void every_term_of_the_glossary_names_a_class_a_table_or_a_topic() throws IOException {
        assertThat(terms()).allSatisfy(term -> assertThat(code(term)).isNotEmpty());
    }

    /** The rows of the glossary's tables. */
    private static List<String> terms() throws IOException {
        return Files.readAllLines(TestPaths.ROOT.resolve("docs/glossary.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| term |"))
                .toList();
    }

    /** The code spans of a row's last cell. */
    private static Stream<String> code(String term) {
        var cells = term.split("\\|");
        return CODE.matcher(cells[cells.length - 1]).results().map(found -> found.group(1));
    }

    private static Set<String> classes() throws IOException {
        var names = new TreeSet<String>();
        for (var module : MODULES) {
            files(module + "/src/main/java", ".java")
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .forEach(names::add);
        }
        return names;
    }

    private static Set<String> found(Pattern pattern, String folder, String suffix) throws IOException {
        var names = new TreeSet<String>();
        for (var file : files(folder, suffix).toList()) {
            pattern.matcher(Files.readString(file)).results().forEach(match -> names.add(match.group(1)));
        }
        return names;
    }

    private static Stream<Path> files(String folder, String suffix) throws IOException {
        try (var files = Files.walk(TestPaths.ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList().stream();
        }
    }
}
