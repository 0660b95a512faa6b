package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.WebPages;

/** Both nodes make previews; 127.0.0.1 stands for the Internet, and 127.0.0.2 for the private network. */
class PreviewsIT extends WithPair {

    private final WebPages pages = WebPages.previewed();
    private final WebPages secret = WebPages.on("127.0.0.2");

    @AfterEach
    void close_pages() {
        pages.close();
        secret.close();
    }

    @Test
    void every_reader_gets_the_preview_and_the_message_is_as_it_was_written() {
        pages.html(
                "/boiler",
                "<title>The boiler \u202eof the year</title><meta property=og:description content='It is warm.'>");
        var text = "see " + pages.link("/boiler") + ".";
        long pos = pair.adaSays(text);
        for (var reader : List.of(pair.ada.at(cluster.one()), pair.kim.at(cluster.two()))) {
            var preview = preview(reader, pos).path("preview");
            assertThat(preview)
                    .isEqualTo(Json.of(
                            "url",
                            pages.link("/boiler"),
                            "host",
                            "127.0.0.1",
                            "title",
                            "The boiler of the year",
                            "description",
                            "It is warm."));
        }
        preview(pair.kim.at(cluster.one()), pos);
        assertThat(pages.fetched().stream().filter("/boiler"::equals))
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
        pages.html("/private", "<title>a</title>");
        long pos = pair.adaSays(pages.link("/private"));
        var stranger = Person.register(cluster.one(), "stranger");
        assertThat(stranger.at(cluster.one()).get(path(pos)).status()).isEqualTo(404);
        assertThat(stranger.at(cluster.two()).get(path(pos)).status()).isEqualTo(404);
        assertThat(pair.ada.at(cluster.one()).get(path(pos + 1)).status()).isEqualTo(404);
        assertThat(pages.fetched()).doesNotContain("/private");
    }

    @Test
    void the_private_network_is_not_reached() {
        secret.html("/", "<title>secret</title>");
        pages.redirect("/hidden", secret.link("/"));
        var links = List.of(
                secret.link("/"),
                pages.link("/hidden"),
                secret.link("/").replace("127.0.0.2", "[::ffff:127.0.0.2]"),
                secret.link("/").replace("127.0.0.2", "2130706434"),
                secret.link("/").replace("127.0.0.2", "localhost@127.0.0.2"),
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]:" + cluster.one().http("").getPort() + "/",
                "http://127.0.0.1:" + cluster.one().http("").getPort() + "/");
        for (var link : links)
            assertThat(preview(pair.kim.at(cluster.two()), pair.adaSays(link)).isEmpty())
                    .as(link)
                    .isTrue();
        assertThat(secret.fetched()).isEmpty();
    }

    @Test
    void an_edited_message_has_the_preview_of_its_new_text_and_a_revoked_one_has_none() {
        pages.html("/before", "<title>before</title>").html("/after", "<title>after</title>");
        long pos = pair.adaSays(pages.link("/before"));
        assertThat(title(pos)).isEqualTo("before");
        var edit = change("edit", pos);
        pair.adas.now(edit.put("body", pages.link("/after")));
        Eventually.holds(Chat.PATIENCE, () -> assertThat(title(pos)).isEqualTo("after"));
        pair.adas.now(change("revoke", pos));
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(preview(pair.kim.at(cluster.two()), pos).isEmpty())
                        .isTrue());
    }

    @Test
    void slow_pages_delay_nothing_but_their_previews() {
        pages.silent("/slow");
        var slow = IntStream.range(0, 12)
                .mapToLong(i -> pair.adaSays(pages.link("/slow?" + i)))
                .toArray();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = CompletableFuture.supplyAsync(
                    () -> Api.atOnce(
                            slow.length, i -> pair.kim.at(cluster.two()).get(path(slow[i]))),
                    threads);
            try {
                // All that a node fetches at the same time.
                Eventually.holds(
                        Chat.PATIENCE, () -> assertThat(pages.fetched()).hasSizeGreaterThanOrEqualTo(8));
                pair.kims.message(pair.adaSays("text goes on"));
                // A test before may have stopped the database, which is given a pause then.
                Eventually.holds(
                        Chat.PATIENCE,
                        () -> assertThat(pair.kim.items(cluster.two(), pair.conversation, 50))
                                .isNotEmpty());
            } finally {
                pages.release();
            }
            assertThat(asked.join()).allSatisfy(answer -> {
                assertThat(answer.status()).isIn(200, 503);
                if (answer.status() == 200) assertThat(answer.json()).isEmpty();
            });
        }
    }

    /** {@code AbuseIT} has a node without previews. */
    @Test
    void clients_are_told_that_there_are_previews() {
        assertThat(pair.adas.one("welcome", frame -> true).path("previews").asBoolean())
                .isTrue();
    }

    private ObjectNode change(String type, long pos) {
        return Json.of("t", type, "cid", Cids.now(), "conv", pair.conversation, "pos", pos);
    }

    private String title(long pos) {
        return preview(pair.kim.at(cluster.two()), pos)
                .path("preview")
                .path("title")
                .asText();
    }

    private JsonNode preview(Api reader, long pos) {
        return reader.get(path(pos)).as(200);
    }

    private String path(long pos) {
        return "/api/conversations/" + pair.conversation + "/messages/" + pos + "/preview";
    }

    private JsonNode item(long pos) {
        return pair.kim.items(cluster.two(), pair.conversation, 50).stream()
                .filter(item -> item.path("pos").asLong() == pos)
                .findFirst()
                .orElseThrow();
    }
}
