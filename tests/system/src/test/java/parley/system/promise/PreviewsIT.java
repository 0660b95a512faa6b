package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;
import parley.cluster.server.WebPages;

/** Two nodes make previews; 127.0.0.1 stands for the Internet, and 127.0.0.2 for the private network. */
class PreviewsIT {

    private static final WebPages PAGES = WebPages.on("127.0.0.1", 0);
    private static final WebPages SECRET = WebPages.on("127.0.0.2", PAGES.port());

    private static Node one;
    private static Node two;
    private static Pair pair;

    @BeforeAll
    static void start() {
        var cluster = TestCluster.shared();
        one = cluster.another("previews-1", PAGES.previewed());
        two = cluster.another("previews-2", PAGES.previewed());
        TestCluster.atOnce(one::start, two::start);
        one.awaitReady();
        two.awaitReady();
        pair = Pair.on(one, two);
    }

    @AfterAll
    static void stop() {
        if (pair != null) pair.close();
        one.kill();
        two.kill();
        PAGES.close();
        SECRET.close();
    }

    @Test
    void every_reader_gets_the_preview_and_the_message_is_as_it_was_written() {
        PAGES.html(
                "/boiler",
                "<title>The boiler \u202eof the year</title><meta property=og:description content='It is warm.'>");
        var text = "see " + PAGES.link("/boiler") + ".";
        long pos = pair.adaSays(text);
        for (var reader : List.of(pair.ada.at(one), pair.kim.at(two))) {
            var preview = preview(reader, pos).path("preview");
            assertThat(preview)
                    .isEqualTo(Json.of(
                            "url",
                            PAGES.link("/boiler"),
                            "host",
                            "127.0.0.1",
                            "title",
                            "The boiler of the year",
                            "description",
                            "It is warm."));
        }
        preview(pair.kim.at(one), pos);
        assertThat(PAGES.fetched().stream().filter("/boiler"::equals))
                .as("once on each node")
                .hasSize(2);
        assertThat(pair.kims.message(pos).path("body").asText()).isEqualTo(text);
        var item = item(pos);
        assertThat(item.path("body").asText()).isEqualTo(text);
        assertThat(item.has("preview")).isFalse();
        assertThat(item.has("at")).isFalse();
    }

    @Test
    void only_readers_of_the_message_cause_a_fetch() {
        PAGES.html("/private", "<title>a</title>");
        long pos = pair.adaSays(PAGES.link("/private"));
        var stranger = Person.register(one, "stranger");
        assertThat(stranger.at(one).get(path(pos)).status()).isEqualTo(404);
        assertThat(stranger.at(two).get(path(pos)).status()).isEqualTo(404);
        assertThat(pair.ada.at(one).get(path(pos + 1)).status()).isEqualTo(404);
        assertThat(PAGES.fetched()).doesNotContain("/private");
    }

    @Test
    void the_private_network_is_not_reached() {
        SECRET.html("/", "<title>secret</title>");
        PAGES.redirect("/hidden", SECRET.link("/"));
        var links = List.of(
                SECRET.link("/"),
                PAGES.link("/hidden"),
                SECRET.link("/").replace("127.0.0.2", "[::ffff:127.0.0.2]"),
                SECRET.link("/").replace("127.0.0.2", "2130706434"),
                SECRET.link("/").replace("127.0.0.2", "localhost@127.0.0.2"),
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]:" + one.http("").getPort() + "/",
                "http://127.0.0.1:" + one.http("").getPort() + "/");
        for (var link : links)
            assertThat(preview(pair.kim.at(two), pair.adaSays(link)).isEmpty())
                    .as(link)
                    .isTrue();
        assertThat(SECRET.fetched()).isEmpty();
    }

    @Test
    void an_edited_message_has_the_preview_of_its_new_text_and_a_revoked_one_has_none() {
        PAGES.html("/before", "<title>before</title>").html("/after", "<title>after</title>");
        long pos = pair.adaSays(PAGES.link("/before"));
        assertThat(title(pos)).isEqualTo("before");
        var edit = change("edit", pos);
        pair.adas.now(edit.put("body", PAGES.link("/after")));
        Eventually.holds(Chat.PATIENCE, () -> assertThat(title(pos)).isEqualTo("after"));
        pair.adas.now(change("revoke", pos));
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(preview(pair.kim.at(two), pos).isEmpty()).isTrue());
    }

    @Test
    void slow_pages_delay_nothing_but_their_previews() {
        PAGES.silent("/slow");
        var slow = IntStream.range(0, 12)
                .mapToLong(i -> pair.adaSays(PAGES.link("/slow?" + i)))
                .toArray();
        var answers = Api.atOnce(slow.length, i -> pair.kim.at(two).get(path(slow[i])));
        pair.kims.message(pair.adaSays("text goes on"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isIn(200, 503);
            if (answer.status() == 200) assertThat(answer.json()).isEmpty();
        });
        assertThat(pair.kim.items(two, pair.conversation, 50)).isNotEmpty();
    }

    @Test
    void clients_are_told_whether_there_are_previews() {
        assertThat(pair.adas.one("welcome", frame -> true).path("previews").asBoolean())
                .isTrue();
        var without = TestCluster.shared().one();
        try (var chat = Chat.hello(without, pair.ada)) {
            assertThat(chat.one("welcome", frame -> true).has("previews")).isFalse();
        }
        PAGES.html("/off", "<title>a</title>");
        long pos = pair.adaSays(PAGES.link("/off"));
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(preview(pair.ada.at(without), pos).isEmpty()).isTrue());
        assertThat(PAGES.fetched()).doesNotContain("/off");
    }

    private static ObjectNode change(String type, long pos) {
        return Json.of("t", type, "cid", Cids.now(), "conv", pair.conversation, "pos", pos);
    }

    private static String title(long pos) {
        return preview(pair.kim.at(two), pos).path("preview").path("title").asText();
    }

    private static JsonNode preview(Api reader, long pos) {
        return reader.get(path(pos)).as(200);
    }

    private static String path(long pos) {
        return "/api/conversations/" + pair.conversation + "/messages/" + pos + "/preview";
    }

    private static JsonNode item(long pos) {
        return pair.kim.items(two, pair.conversation, 50).stream()
                .filter(item -> item.path("pos").asLong() == pos)
                .findFirst()
                .orElseThrow();
    }
}
