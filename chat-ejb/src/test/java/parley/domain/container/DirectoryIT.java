package parley.domain.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.boundary.Directory;
import parley.domain.account.entity.DirectoryCursor;
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.UserProfile;
import parley.domain.account.entity.Username;
import parley.domain.schema.SchemaMigration;

@ExtendWith(ArquillianExtension.class)
class DirectoryIT {

    @Inject
    SchemaMigration schema;

    @Inject
    Accounts accounts;

    @Inject
    Directory directory;

    @Resource(lookup = "jdbc/parley")
    DataSource database;

    /** A word that occurs only in the names of this test's users. */
    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);

    @Deployment
    static WebArchive archive() {
        return Domain.archive();
    }

    @BeforeEach
    void tables() {
        schema.migrate();
    }

    @Test
    void users_are_found_by_any_part_of_their_names_in_any_script_ignoring_case_and_accents() {
        assertFinds("Björn Þórsson", "Björn", "bjorn", "BJÖRN", "jör", "thors");
        assertFinds("Thomas Müller", "müller", "MULLER", "Muller Thomas");
        assertFinds("Łukasz Straße", "lukasz", "ŁUKASZ", "strasse", "STRAẞE");
        assertFinds("山田 日本", "日本", "田");
        assertFinds("שרה כהן", "כהן", "הן");
        assertFinds("Ada 😀 100% a_b a\\b", "😀", "100%", "a_b", "a\\b", "%");
        assertFinds("Grace Hopper", "Hopper Grace", "opper", "ace hop", "g h");
        assertFinds("O'Neil \"x\"", "o'neil", "\"x\"", "neil");
    }

    private void assertFinds(String displayName, String... queries) {
        var person = register(displayName);
        register("somebody else");
        for (var query : queries) assertThat(find(query)).as(query).containsExactly(person);
    }

    @Test
    void wildcards_and_rare_characters_are_plain_text() {
        register("Ada");
        for (var query : List.of("a%a", "_", "a\\", "!", "😀", "'; DROP TABLE app_user", "?", ":x", "{x}")) {
            assertThat(find(query)).as(query).isEmpty();
        }
        for (var query : List.of(
                "\0",
                "\u200b",
                "\u0301",
                "x".repeat(10_000),
                IntStream.range(0, 300).mapToObj(Integer::toString).collect(Collectors.joining(" ")),
                "\ufffd")) {
            assertThat(directory.find(query, DirectoryCursor.START, 10).people())
                    .as(query)
                    .isEmpty();
        }
    }

    @Test
    void the_best_match_comes_first_and_pages_have_no_gaps() {
        var inside = register("xx" + mark + "zz");
        var word = register("Anna " + mark + "zz");
        var hyphen = register("Anna-" + mark + "zz");
        var beginning = register(mark + "zz");
        var exact = register(mark);
        var all = List.of(exact, beginning, word, hyphen, inside);
        assertThat(directory.find(mark, DirectoryCursor.START, 10).people()).containsExactlyElementsOf(all);
        var paged = new ArrayList<UserProfile>();
        for (var place = DirectoryCursor.START; place != null; ) {
            var page = directory.find(mark.toUpperCase(java.util.Locale.ROOT), place, 2);
            paged.addAll(page.people());
            place = page.next();
        }
        assertThat(paged).containsExactlyElementsOf(all);
    }

    @Test
    void missing_search_keys_are_filled_in_once() throws SQLException {
        var person = register("Björn");
        try (var connection = database.getConnection();
                var update = connection.createStatement()) {
            assertThat(update.executeUpdate("UPDATE app_user SET search_key = NULL WHERE id = "
                            + person.id().value()))
                    .isEqualTo(1);
        }
        assertThat(find("bjorn")).isEmpty();
        while (directory.addSearchKeys(1) == 1) {
            // One per batch, because a full batch is followed by another.
        }
        assertThat(find("bjorn")).containsExactly(person);
        assertThat(directory.addSearchKeys(10)).isZero();
    }

    /** The users that this test created, which have the mark in their usernames. */
    private List<UserProfile> find(String query) {
        return directory.find(query + " " + mark, DirectoryCursor.START, 50).people();
    }

    private UserProfile register(String displayName) {
        var username = new Username(mark + "." + UUID.randomUUID().toString().substring(0, 8));
        if (displayName.contains(mark))
            username = new Username("u" + UUID.randomUUID().toString().substring(0, 12));
        return accounts.register(username, new DisplayName(displayName), "no hash", Instant.now());
    }
}
