package parley.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MentionGrammarTest {

    /** The client's tests read the same file. */
    @TestFactory
    Stream<DynamicTest> every_case_of_the_table() {
        var table = JsonProvider.provider()
                .createReader(getClass().getResourceAsStream("/mention-cases.json"))
                .readObject();
        var users = names(table.getJsonArray("users"));
        var cases = table.getJsonArray("cases").getValuesAs(JsonObject.class);
        assertThat(cases).hasSizeGreaterThan(100);
        return cases.stream().map(each -> dynamicTest(each.getString("why"), () -> holds(each, users)));
    }

    private static void holds(JsonObject each, Set<String> users) {
        var body = each.getString("body");
        var known = each.containsKey("users") ? names(each.getJsonArray("users")) : users;
        assertThat(MentionGrammar.find(body, known::contains))
                .extracting(span -> body.substring(span.start(), span.end()) + " " + span.name())
                .containsExactlyElementsOf(each.getJsonArray("mentions").getValuesAs(JsonObject.class).stream()
                        .map(mention -> mention.getString("text") + " " + mention.getString("name"))
                        .toList());
    }

    private static Set<String> names(JsonArray names) {
        return new HashSet<>(names.getValuesAs(JsonString::getString));
    }

    @Test
    void the_longest_body_takes_linear_time() {
        var runs = new StringBuilder();
        for (int length = 1; runs.length() < 3_900; length++)
            runs.append("`".repeat(length)).append(' ');
        var hostile = new String[] {
            runs + "@bob",
            "` ".repeat(1_990) + "@bob",
            "@".repeat(4_000),
            "@a ".repeat(1_333),
            "> ".repeat(1_900) + "@bob"
        };
        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) for (var body : hostile) MentionGrammar.find(body, name -> false);
        assertThat((System.nanoTime() - start) / 1_000_000)
                .as("ms for 500 bodies")
                .isLessThan(5_000);
    }
}
