package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Person;
import parley.cluster.server.Node;

/** History pages in the middle of a conversation, from which a reader continues in both directions. */
class AroundIT extends WithPair {

    private static final int MESSAGES = 30;

    private List<Long> say() {
        var said = new ArrayList<Long>();
        for (int i = 0; i < MESSAGES; i++) said.add(pair.adaSays("m" + i));
        return said;
    }

    /** Everything that can be reached from a page, in both directions. */
    private List<Long> everything(Node node, String query) {
        var page = pair.kim.history(node, pair.conversation, query);
        var all = new ArrayList<>(Person.positions(page));
        for (var before = page.path("prev").asText(); !before.isEmpty(); ) {
            var older = pair.kim.history(node, pair.conversation, "?limit=4&before=" + before);
            all.addAll(0, Person.positions(older));
            before = older.path("next").asText();
        }
        for (var after = page.path("next").asText(); !after.isEmpty(); ) {
            var newer = pair.kim.history(node, pair.conversation, "?limit=4&after=" + after);
            all.addAll(Person.positions(newer));
            after = newer.path("next").asText();
        }
        return all;
    }

    @Test
    void a_page_around_a_message_leads_to_the_whole_conversation_in_order() {
        var said = say();
        for (int round = 0; round < 2; round++) {
            for (var node : List.of(cluster.one(), cluster.two())) {
                for (int center : new int[] {0, 1, 15, MESSAGES - 2, MESSAGES - 1}) {
                    var page = pair.kim.history(node, pair.conversation, "?limit=7&around=" + said.get(center));
                    assertThat(Person.positions(page))
                            .contains(said.get(center))
                            .hasSizeLessThanOrEqualTo(7);
                    assertThat(everything(node, "?limit=7&around=" + said.get(center)))
                            .isEqualTo(said);
                    assertThat(everything(node, "?limit=1&around=" + said.get(center)))
                            .isEqualTo(said);
                }
            }
            // Again, with all of it in the database.
            Stored.reaches_to_the_end_of_the_log(cluster);
        }
    }

    @Test
    void a_day_begins_with_its_first_message() {
        var said = say();
        var zone = ZoneId.of("Europe/Stockholm");
        var today = LocalDate.ofInstant(
                Instant.parse(pair.kim
                        .history(cluster.one(), pair.conversation, "?limit=1")
                        .path("items")
                        .path(0)
                        .path("ts")
                        .asText()),
                zone);
        Stored.reaches_to_the_end_of_the_log(cluster);
        var page = pair.kim.history(
                cluster.two(), pair.conversation, "?limit=5&zone=Europe/Stockholm&date=" + today.minusDays(1));
        assertThat(Person.positions(page)).isEqualTo(said.subList(0, 5));
        assertThat(page.has("prev")).isFalse();
        assertThat(everything(cluster.one(), "?limit=5&date=2026-01-01")).isEqualTo(said);
        var later = pair.kim.history(cluster.two(), pair.conversation, "?date=" + today.plusDays(2));
        assertThat(later.path("items")).isEmpty();
        assertThat(everything(cluster.two(), "?date=" + today.plusDays(2))).isEqualTo(said);
    }

    @Test
    void invalid_places_are_refused() {
        for (var query : List.of(
                "?around=x",
                "?around=1&before=2",
                "?around=1&date=2026-03-01",
                "?date=2026-02-30",
                "?date=2026-03-01&zone=Nowhere",
                "?zone=UTC")) {
            assertThat(pair.kim
                            .at(cluster.one())
                            .get("/api/conversations/" + pair.conversation + "/messages" + query)
                            .status())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void without_the_database_it_reaches_as_far_as_the_tail() {
        var said = say();
        cluster.database().goAway();
        try {
            var page = pair.kim.history(cluster.two(), pair.conversation, "?limit=5&around=" + said.get(20));
            assertThat(Person.positions(page)).isEqualTo(said.subList(18, 23));
        } finally {
            cluster.database().comeBack();
        }
    }
}
