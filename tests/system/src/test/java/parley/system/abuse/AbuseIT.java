package parley.system.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Operator;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;
import parley.cluster.server.WebPages;

/** Password guessing, floods and mass registration. */
class AbuseIT {

    private static final String WRONG = "not the password";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestCluster cluster = TestCluster.shared();
    private final Node strict = Strict.node(cluster);

    @Test
    void of_forty_concurrent_password_guesses_ten_are_checked() {
        var ada = Person.register(cluster.one(), "ada");
        var replies = Api.atOnce(40, i -> Strict.signIn(strict, "192.0.2." + (i % 4 + 1), ada.username(), WRONG, null));
        var refused = replies.stream().filter(reply -> reply.status() == 429).toList();
        assertThat(replies).allMatch(reply -> reply.status() == 401 || reply.status() == 429);
        // The limit refills by one every half minute.
        assertThat(replies.size() - refused.size()).isBetween(1, 12);
        assertThat(refused)
                .allMatch(reply -> Integer.parseInt(reply.header("Retry-After")) > 0
                        && reply.code().equals("rate_limited"));
        Eventually.holds(
                PATIENCE,
                () -> assertThat(Strict.events())
                        .anyMatch(event -> event.path("event").asText().equals("sign_in")
                                && event.path("outcome").asText().equals("failed")
                                && event.path("username").asText().equals(ada.username())
                                && event.path("address").asText().startsWith("192.0.2.")));
        assertThat(Strict.events())
                .anyMatch(event -> event.path("event").asText().equals("limit_exceeded"));
        assertThat(Strict.events().toString()).doesNotContain(WRONG);
    }

    @Test
    void sign_in_attempts_are_limited_per_address_without_affecting_other_addresses() {
        var ada = Person.register(cluster.one(), "ada");
        var replies = Api.atOnce(40, i -> Strict.signIn(strict, "192.0.2.20", Person.newName("nobody"), WRONG, null));
        assertThat(replies).filteredOn(reply -> reply.status() == 429).hasSizeBetween(5, 10);
        assertThat(Strict.signIn(strict, "192.0.2.20", ada.username(), ada.password(), null)
                        .status())
                .isEqualTo(429);
        assertThat(Strict.signIn(strict, "192.0.2.21", ada.username(), ada.password(), null)
                        .status())
                .isEqualTo(200);
        // Only the last address counts, which the proxy wrote; clients can forge the others.
        assertThat(Strict.signIn(strict, "192.0.2.22, 192.0.2.20", ada.username(), ada.password(), null)
                        .status())
                .isEqualTo(429);
    }

    @Test
    void a_known_device_can_sign_in_while_others_guess_the_password() {
        var ada = Person.register(cluster.one(), "ada");
        var first = Strict.signIn(strict, "192.0.2.30", ada.username(), ada.password(), null);
        assertThat(first.status()).isEqualTo(200);
        var device = first.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("parley_device="))
                .findFirst()
                .orElseThrow();
        assertThat(device)
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict")
                .containsIgnoringCase("Max-Age=31536000");
        var cookie = device.split(";")[0];
        var guesses =
                Api.atOnce(60, i -> Strict.signIn(strict, "192.0.2." + (31 + i % 5), ada.username(), WRONG, null));
        assertThat(guesses).anyMatch(reply -> reply.status() == 429);

        assertThat(Strict.signIn(strict, "192.0.2.40", ada.username(), ada.password(), null)
                        .status())
                .as("a new device")
                .isEqualTo(429);
        assertThat(Strict.signIn(strict, "192.0.2.31", ada.username(), ada.password(), cookie)
                        .status())
                .as("hers")
                .isEqualTo(200);
        var kim = Person.register(cluster.one(), "kim");
        assertThat(Api.atOnce(20, i -> Strict.signIn(strict, "192.0.2.41", kim.username(), WRONG, cookie)))
                .as("it is good for one name")
                .anyMatch(reply -> reply.status() == 429);
        var session = first.json().path("token").asText();
        assertThat(Strict.signIn(strict, "192.0.2.40", ada.username(), ada.password(), "parley_device=" + session)
                        .status())
                .isEqualTo(429);
        assertThat(Api.at(strict)
                        .call(
                                "GET",
                                "/api/session",
                                null,
                                request -> request.header(
                                        "Authorization", "Bearer " + cookie.substring("parley_device=".length())))
                        .status())
                .isEqualTo(401);
    }

    @Tag("long")
    @Test
    void sends_are_answered_while_many_sign_in() {
        var people = IntStream.range(0, 24)
                .mapToObj(i -> Person.register(cluster.one(), "early"))
                .toList();
        var ada = Person.register(cluster.one(), "ada");
        var kim = Person.register(cluster.one(), "kim");
        long conversation = ada.direct(cluster.one(), kim);
        try (var chat = Chat.hello(strict, ada)) {
            var signingIn = java.util.concurrent.CompletableFuture.supplyAsync(() -> Api.atOnce(
                    people.size(),
                    i -> Strict.signIn(
                            strict,
                            "192.0.2.50",
                            people.get(i).username(),
                            people.get(i).password(),
                            null)));
            int sent = 0;
            do {
                chat.say(conversation, "meanwhile");
                sent++;
                Eventually.pause(Duration.ofMillis(25)); // below the limit of sends
            } while (!signingIn.isDone());
            assertThat(sent).isPositive();
            assertThat(signingIn.join())
                    .allMatch(reply -> reply.status() == 200
                            || reply.status() == 503
                                    && !reply.header("Retry-After").isEmpty())
                    .anyMatch(reply -> reply.status() == 200);
        }
    }

    @Test
    void a_frame_above_its_limit_is_refused_with_a_retry_delay() {
        var ada = Person.register(cluster.one(), "ada");
        try (var chat = Chat.hello(strict, ada)) {
            var pings = IntStream.range(0, 150)
                    .mapToObj(i -> chat.ask(Json.of("t", "ping")))
                    .toList();
            var answers = pings.stream().map(Chat::await).toList();
            var refused = answers.stream()
                    .filter(answer -> answer.path("t").asText().equals("err"))
                    .toList();
            assertThat(refused)
                    .isNotEmpty()
                    .allMatch(answer -> answer.path("code").asText().equals("rate_limited")
                            && answer.path("retry").asBoolean()
                            && answer.path("retryAfterMs").asLong() > 0);
            assertThat(answers)
                    .filteredOn(answer -> answer.path("t").asText().equals("pong"))
                    .hasSizeGreaterThanOrEqualTo(60);

            var users = IntStream.rangeClosed(1, 1_000).boxed().toList();
            var watches = IntStream.range(0, 20)
                    .mapToObj(i -> chat.ask(Json.of("t", "watch", "users", users)))
                    .toList();
            assertThat(watches.stream().map(Chat::await))
                    .anyMatch(answer -> answer.path("code").asText().equals("rate_limited"));
            long conversation = ada.direct(cluster.one(), Person.register(cluster.one(), "kim"));
            Chat.ok(Chat.await(chat.send(conversation, Cids.now(), "sends have a limit of their own")));
        }
    }

    @Test
    void new_groups_are_limited_per_user() {
        var ada = Person.register(cluster.one(), "ada");
        var kim = Person.register(cluster.one(), "kim");
        var group = Json.of("title", "yet another", "members", List.of(kim.id()));
        var replies = Api.atOnce(120, i -> ada.at(strict).post("/api/conversations", group));
        // On a slow machine the connection pool may be exhausted.
        assertThat(replies).allMatch(reply -> List.of(201, 429, 503).contains(reply.status()));
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSizeGreaterThanOrEqualTo(30);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 429)
                .isNotEmpty()
                .allMatch(reply -> Integer.parseInt(reply.header("Retry-After")) > 0
                        && reply.header("Content-Type").startsWith("application/problem+json"));
        assertThat(kim.at(strict).get("/api/conversations").status()).isEqualTo(200);
    }

    @Tag("long")
    @Test
    void pages_of_the_directory_have_a_limit() {
        var ada = Person.register(cluster.one(), "ada");
        Eventually.holds(
                Chat.PATIENCE, () -> ada.at(strict).get("/api/users?limit=1").as(200));
        // More than a slow machine gets back while it answers them.
        var replies = Api.atOnce(2_000, i -> ada.at(strict).get("/api/users?limit=1"));
        assertThat(replies.stream().map(Api.Reply::status)).contains(429);
    }

    @Test
    void registering_needs_an_invitation_where_the_installation_says_so() {
        assertThat(Api.at(strict)
                        .get("/api/installation")
                        .as(200)
                        .path("registration")
                        .asText())
                .isEqualTo("invited");
        assertThat(Api.at(cluster.one())
                        .get("/api/installation")
                        .as(200)
                        .path("registration")
                        .asText())
                .isEqualTo("open");
        var name = Person.newName("guest");
        var uninvited = register(name, null);
        assertThat(uninvited.status()).isEqualTo(403);
        assertThat(uninvited.code()).isEqualTo("forbidden");
        assertThat(register(name, "no token").as(400).toString()).contains("invitation");

        var operator = Operator.of(cluster).person();
        var ada = Person.register(cluster.one(), "ada");
        assertThat(ada.at(strict).post("/api/admin/invitations", Json.of()).status())
                .isEqualTo(403);
        assertThat(operator.at(strict)
                        .post("/api/admin/invitations", Json.of("expiresInHours", 0))
                        .status())
                .isEqualTo(400);
        var invitation = operator.at(strict)
                .post("/api/admin/invitations", Json.of("expiresInHours", 1))
                .as(201)
                .path("token")
                .asText();
        assertThat(register("admin", invitation).as(400).toString()).contains("reserved");
        register(name, invitation).as(201);
        assertThat(register(Person.newName("guest"), invitation).as(400).toString())
                .contains("has been used");
        assertThat(Api.at(strict)
                        .call(
                                "GET",
                                "/api/session",
                                null,
                                request -> request.header("Authorization", "Bearer " + invitation))
                        .status())
                .isEqualTo(401);
        Eventually.holds(
                PATIENCE,
                () -> assertThat(Strict.events())
                        .anyMatch(event -> event.path("event").asText().equals("registration")
                                && event.path("username").asText().equals(name)));
        assertThat(Strict.events().toString()).doesNotContain(invitation);
    }

    @Test
    void an_invitation_for_a_username_is_valid_only_for_it_even_if_it_is_reserved() {
        var operator = Operator.of(cluster).person();
        var invitation = operator.at(strict)
                .post("/api/admin/invitations", Json.of("username", "helpdesk"))
                .as(201)
                .path("token")
                .asText();
        assertThat(register(Person.newName("guest"), invitation).as(400).toString())
                .contains("another username");
        register("helpdesk", invitation).as(201);
    }

    /** {@code PreviewsIT} has nodes with them. */
    @Test
    void a_node_without_previews_says_so_and_fetches_no_page() {
        var ada = Person.register(cluster.one(), "ada");
        long conversation = ada.direct(cluster.one(), Person.register(cluster.one(), "kim"));
        try (var pages = WebPages.previewed().html("/page", "<title>a page</title>");
                var chat = Chat.hello(strict, ada)) {
            assertThat(chat.one("welcome", frame -> true).has("previews")).isFalse();
            long pos = chat.say(conversation, pages.link("/page")).path("pos").asLong();
            assertThat(ada.at(strict)
                            .get("/api/conversations/" + conversation + "/messages/" + pos + "/preview")
                            .as(200))
                    .isEmpty();
            assertThat(pages.fetched()).isEmpty();
        }
    }

    private Api.Reply register(String name, String invitation) {
        return Api.at(strict)
                .post("/api/users", Json.of("username", name, "password", Person.PASSWORD, "invitation", invitation));
    }
}
