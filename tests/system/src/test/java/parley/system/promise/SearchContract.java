package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Documents;
import parley.cluster.client.Json;
import parley.cluster.client.Operator;
import parley.cluster.client.Person;
import parley.cluster.client.Uploads;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;

/** Messages are found on every node: by their current text, and by those only who may read them now. */
abstract class SearchContract {

    private final TestCluster cluster;
    private final Person ada;
    private final Person kim;
    private final Person eve;
    private final String title = Person.newName("search");
    private final long conversation;
    private final Chat adas;

    SearchContract(TestCluster cluster) {
        this.cluster = cluster;
        ada = Person.register(cluster.one(), "ada");
        kim = Person.register(cluster.two(), "kim");
        eve = Person.register(cluster.two(), "eve");
        conversation = ada.group(cluster.one(), title, kim);
        adas = Chat.hello(cluster.one(), ada);
    }

    @AfterEach
    void disconnect() {
        adas.close();
    }

    @Test
    void what_was_said_is_found_on_both_nodes_by_its_members_only() {
        long pos = say("The quick Zürich fox");
        awaits(kim, "zurich", pos);
        for (var node : nodes()) {
            var hit = search(kim, node, "zurich fox").path("items").path(0);
            assertThat(hit.path("msg").path("body").asText()).isEqualTo("The quick Zürich fox");
            assertThat(hit.path("msg").path("from").asLong()).isEqualTo(ada.id());
            assertThat(hit.path("conversation").path("id").asLong()).isEqualTo(conversation);
            assertThat(hit.path("conversation").path("kind").asText()).isEqualTo("group");
            assertThat(hit.path("conversation").path("title").asText()).isEqualTo(title);
            assertThat(hit.path("highlights").toString())
                    .isEqualTo("[{\"start\":10,\"end\":16},{\"start\":17,\"end\":20}]");
            assertThat(found(eve, node, "zurich")).isEmpty();
        }
    }

    @Test
    void an_edit_is_found_by_its_new_words_and_not_by_the_old_ones() {
        long pos = say("carrots");
        awaits(kim, "carrots", pos);
        edit(pos, "potatoes");
        // On the node that has read the change, the old words are gone at once.
        assertThat(found(ada, cluster.one(), "carrots")).isEmpty();
        awaits(kim, "potatoes", pos);
        for (var node : nodes()) assertThat(found(kim, node, "carrots")).isEmpty();
    }

    @Test
    void a_revoked_message_is_not_found() {
        long pos = say("regrettable");
        awaits(kim, "regrettable", pos);
        revoke(pos);
        assertThat(found(ada, cluster.one(), "regrettable")).isEmpty();
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(found(kim, cluster.two(), "regrettable")).isEmpty());
        edit(pos, "regrettable again", "conflict");
        long later = say("later");
        awaits(kim, "later", later);
        for (var node : nodes()) assertThat(found(kim, node, "regrettable")).isEmpty();
    }

    @Test
    void operators_select_by_sender_conversation_mention_time_and_property() {
        long first = say("apple https://example.com @" + kim.username());
        long second = kim.post(cluster.two(), conversation, "apple pie")
                .as(200)
                .path("pos")
                .asLong();
        var other = ada.direct(cluster.one(), kim);
        long third = adas.say(other, "apple 100%").path("pos").asLong();
        awaits(kim, "apple in:@" + ada.username(), third);
        awaits(kim, "apple in:" + conversation, second, first);
        var at = cluster.two();
        var in = " in:" + conversation;
        assertThat(found(kim, at, "apple from:" + ada.username() + in)).containsExactly(first);
        assertThat(found(kim, at, "apple from:me" + in)).containsExactly(second);
        assertThat(found(kim, at, "apple -from:me" + in)).containsExactly(first);
        assertThat(found(kim, at, "apple from:me from:@" + ada.username() + in)).containsExactly(second, first);
        assertThat(found(kim, at, "apple in:#" + title)).containsExactly(second, first);
        assertThat(found(kim, at, "apple in:" + title.substring(0, title.length() - 1)))
                .containsExactly(second, first);
        assertThat(found(kim, at, "mentions:me" + in)).containsExactly(first);
        assertThat(found(kim, at, "has:link" + in)).containsExactly(first);
        assertThat(found(kim, at, "has:reaction" + in)).isEmpty();
        assertThat(found(kim, at, "is:saved" + in)).isEmpty();
        assertThat(found(kim, at, "apple after:2020-01-01" + in)).containsExactly(second, first);
        assertThat(found(kim, at, "apple before:2020-01-01" + in)).isEmpty();
        assertThat(found(kim, at, "apple -pie" + in)).containsExactly(first);
        assertThat(found(kim, at, "\"apple pie\"" + in)).containsExactly(second);
        assertThat(found(kim, at, "app* in:@" + ada.username())).containsExactly(third);
        assertThat(found(kim, at, "% in:@" + ada.username())).containsExactly(third);
        assertThat(found(kim, at, "apple from:nobody.knows")).isEmpty();
        react(first);
        awaits(kim, "has:reaction" + in, first);
    }

    @Test
    void a_document_is_found_by_its_text_while_its_message_may_be_read() {
        long plan = Uploads.file(cluster.one(), ada, "plan.pdf", Documents.pdf("The boiler explodes"));
        long costs = Uploads.file(cluster.one(), ada, "costs.docx", Documents.word("Coal is dear"));
        long page = Uploads.file(cluster.one(), ada, "page.html", Documents.text("<p>Steam<p>engine"));
        var send = Json.of("t", "send", "cid", Cids.now(), "conv", conversation, "body", "see below");
        send.setAll(Json.of("files", new long[] {plan, costs, page}));
        long pos = Chat.ok(adas.now(send)).path("pos").asLong();
        awaits(kim, "explodes", pos);
        for (var node : nodes()) {
            assertThat(files(node, "below boil*")).containsExactly(plan);
            assertThat(files(node, "\"coal is dear\"")).containsExactly(costs);
            assertThat(files(node, "\"steam engine\"")).containsExactly(page);
            assertThat(files(node, "below")).isEmpty();
            var excerpt = search(kim, node, "explodes")
                    .path("items")
                    .path(0)
                    .path("excerpts")
                    .path(0);
            assertThat(excerpt.path("file").asLong()).isEqualTo(plan);
            var place = excerpt.path("highlights").path(0);
            assertThat(excerpt.path("text")
                            .asText()
                            .substring(
                                    place.path("start").asInt(),
                                    place.path("end").asInt()))
                    .isEqualToIgnoringCase("explodes");
            assertThat(found(kim, node, "\"explodes coal\"")).isEmpty();
            assertThat(found(eve, node, "explodes")).isEmpty();
        }
        react(pos);
        awaits(kim, "explodes has:reaction", pos);
        revoke(pos);
        Eventually.holds(Chat.PATIENCE, () -> {
            for (var node : nodes()) assertThat(found(kim, node, "explodes")).isEmpty();
        });
    }

    private List<Long> files(Node node, String query) {
        var hits = search(kim, node, query).path("items");
        assertThat(hits).hasSize(1);
        return hits.path(0).path("files").valueStream().map(JsonNode::asLong).toList();
    }

    @Test
    void any_script_is_found() {
        long tower = say("東京タワーへ行く");
        long smile = say("well done 👍🏽");
        long letter = say("plan b");
        awaits(kim, "京タ", tower);
        awaits(kim, "👍", smile);
        awaits(kim, "b in:" + conversation, letter);
    }

    @Test
    void who_leaves_finds_nothing_any_more_and_who_joins_finds_what_may_be_read() {
        long early = say("treasure one");
        awaits(kim, "treasure", early);
        ada.at(cluster.one()).delete("/api/conversations/" + conversation + "/members/" + kim.id());
        Eventually.holds(Chat.PATIENCE, () -> {
            for (var node : nodes()) assertThat(found(kim, node, "treasure")).isEmpty();
        });
        ada.at(cluster.one())
                .patch("/api/conversations/" + conversation, Json.of("history", "joined"))
                .as(200);
        ada.at(cluster.one()).put("/api/conversations/" + conversation + "/members/" + eve.id());
        long late = say("treasure two");
        awaits(ada, "treasure", late, early);
        awaits(eve, "treasure", late);
    }

    @Test
    void pages_are_stable_while_messages_arrive() {
        var expected = new ArrayList<Long>();
        for (int i = 0; i < 12; i++) expected.addFirst(say("melon " + i));
        awaits(kim, "melon", expected.toArray(Long[]::new));
        var pages = new ArrayList<Long>();
        var after = "";
        do {
            var page = search(kim, cluster.two(), "melon", "&limit=5" + after);
            if (after.isEmpty()) assertThat(page.path("total").asLong()).isEqualTo(12);
            pages.addAll(places(page));
            say("melon again");
            after = page.has("next") ? "&after=" + page.path("next").asText() : null;
        } while (after != null);
        assertThat(pages).isEqualTo(expected);
    }

    @Test
    void what_is_wrong_with_a_query_is_said() {
        var me = ada.at(cluster.one());
        assertThat(me.get("/api/search").as(400).path("detail").asText())
                .isEqualTo("q: something to search for is needed");
        assertThat(refused(me, "before:soon")).isEqualTo("q: before: needs a date such as 2026-03-01");
        assertThat(refused(me, "has:cake")).isEqualTo("q: has: needs link, file, reaction or pin");
        assertThat(me.get("/api/search?q=x&after=y").as(400).path("detail").asText())
                .isEqualTo("after: the next of a page is needed");
        assertThat(me.get("/api/search?q=x&zone=y").as(400).path("detail").asText())
                .isEqualTo("zone: a time zone such as Europe/Stockholm is needed");
        assertThat(Api.at(cluster.one()).get("/api/search?q=x").status()).isEqualTo(401);
    }

    @Test
    void an_operator_builds_the_indexes_of_all_servers_again() {
        long kept = say("rebuilt");
        long edited = say("draft");
        long revoked = say("rebuilt revoked");
        edit(edited, "rebuilt final");
        revoke(revoked);
        awaits(kim, "rebuilt", edited, kept);
        Stored.reaches_to_the_end_of_the_log(cluster);
        var operator = Operator.of(cluster).person().at(cluster.two());
        Eventually.holds(Chat.PATIENCE, () -> assertThat(builds(operator)).hasSize(2));
        var before = builds(operator);
        assertThat(operator.call("POST", "/api/admin/search/rebuild", null).status())
                .isEqualTo(204);
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(builds(operator)).hasSize(2).allSatisfy((node, builtAt) -> {
                    assertThat(builtAt).isAfter(before.get(node));
                }));
        long since = say("rebuilt since");
        awaits(kim, "rebuilt", since, edited, kept);
        assertThat(kim.at(cluster.two())
                        .call("POST", "/api/admin/search/rebuild", null)
                        .status())
                .isEqualTo(403);
    }

    /** When the build of the index of each node began, of those that can be searched. */
    private Map<Node, Instant> builds(Api operator) {
        var builds = new HashMap<Node, Instant>();
        for (var report : operator.get("/api/admin/search").as(200).path("nodes")) {
            for (var node : nodes()) {
                if (report.path("node").asText().endsWith(":" + node.http("").getPort())
                        && report.path("state").asText().equals("up"))
                    builds.put(node, Instant.parse(report.path("builtAt").asText()));
            }
        }
        return builds;
    }

    private static String refused(Api api, String query) {
        return api.get("/api/search?q=" + encoded(query)).as(400).path("detail").asText();
    }

    private List<Node> nodes() {
        return List.of(cluster.one(), cluster.two());
    }

    /** Waits until a query finds exactly these messages on both nodes, newest first. */
    private void awaits(Person who, String query, Long... expected) {
        Eventually.holds(Chat.PATIENCE, () -> {
            for (var node : nodes())
                assertThat(found(who, node, query)).as(query).containsExactly(expected);
        });
    }

    private static List<Long> found(Person who, Node node, String query) {
        return places(search(who, node, query));
    }

    private static JsonNode search(Person who, Node node, String query) {
        return search(who, node, query, "");
    }

    private static JsonNode search(Person who, Node node, String query, String more) {
        return who.at(node).get("/api/search?q=" + encoded(query) + more).as(200);
    }

    private static List<Long> places(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(hit -> hit.path("msg").path("pos").asLong())
                .toList();
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private long say(String body) {
        return adas.say(conversation, body).path("pos").asLong();
    }

    private void edit(long pos, String body) {
        Chat.ok(change(pos, "edit", body));
    }

    private void edit(long pos, String body, String refusal) {
        Chat.err(refusal, change(pos, "edit", body));
    }

    private JsonNode change(long pos, String type, String body) {
        return adas.now(Json.of("t", type, "cid", Cids.now(), "conv", conversation, "pos", pos, "body", body));
    }

    private void revoke(long pos) {
        Chat.ok(adas.now(Json.of("t", "revoke", "cid", Cids.now(), "conv", conversation, "pos", pos)));
    }

    private void react(long pos) {
        Chat.ok(adas.now(
                Json.of("t", "react", "cid", Cids.now(), "conv", conversation, "pos", pos, "emoji", "👍", "on", true)));
    }
}
