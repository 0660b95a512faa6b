package parley.system.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Json;
import parley.cluster.client.LogRecords;
import parley.cluster.client.Operator;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Ports;
import parley.cluster.server.TestCluster;
import parley.system.observe.DocumentedMetrics;

/** Every command that talks to a server, against a cluster. */
class CommandLineIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestCluster cluster = TestCluster.shared();

    @TempDir
    Path folder;

    /** As an operator who has signed in. */
    private CommandLine operator() throws IOException {
        var token = Files.writeString(
                folder.resolve("operator-token"), Operator.of(cluster).person().token() + "\n");
        return anybody().with(Map.of("PARLEY_OPERATOR_TOKEN_FILE", token.toString()));
    }

    private CommandLine anybody() {
        return new CommandLine(Map.of(
                "PARLEY_URL",
                cluster.one().http("").toString(),
                "PARLEY_OPERATOR_TOKEN_FILE",
                folder.resolve("token").toString()));
    }

    @Test
    void an_operator_signs_in_and_out_and_other_users_cannot() {
        Operator.of(cluster);
        var anybody = anybody();
        assertThat(anybody.run("commands").exitCode()).as("without a token").isEqualTo(4);
        var signedIn = anybody.runWith(TestCluster.OPERATOR_PASSWORD + "\n", "sign-in", TestCluster.OPERATOR, "--json")
                .json();
        assertThat(signedIn.toString()).doesNotContain("eyJ");
        assertThat(anybody.json("commands").has("items")).isTrue();
        anybody.run("sign-out").as(0);
        assertThat(folder.resolve("token")).doesNotExist();
        assertThat(anybody.runWith("wrong password\n", "sign-in", TestCluster.OPERATOR)
                        .exitCode())
                .isEqualTo(4);
        assertThat(folder.resolve("token")).doesNotExist();
        var ada = Person.register(cluster.one(), "ada");
        var refused = anybody.runWith(ada.password() + "\n", "sign-in", ada.username());
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.errors()).contains("no operator");
        assertThat(anybody.with(Map.of("PARLEY_URL", "http://127.0.0.1:" + Ports.free()))
                        .run("commands")
                        .exitCode())
                .as("nobody listens there")
                .isEqualTo(3);
    }

    @Tag("long")
    @Test
    void who_can_read_the_signing_key_of_a_node_on_its_machine_needs_no_token() throws IOException {
        Operator.of(cluster);
        var node = cluster.one().http("");
        var local = new CommandLine(Map.of(
                "HTTP_HOST", node.getHost(),
                "HTTP_PORT", Integer.toString(node.getPort()),
                "PARLEY_TOKEN_KEY_FILE", TestCluster.tokenKeyFile().toString(),
                "PARLEY_OPERATORS", TestCluster.OPERATOR,
                "PARLEY_OPERATOR_TOKEN_FILE", folder.resolve("none").toString()));
        assertThat(local.json("commands").has("items")).isTrue();
        local.run("replay").as(0);
        Eventually.holds(
                PATIENCE,
                () -> assertThat(local.json(
                                        "sign-ins",
                                        cluster.one().server().resolve("logs").toString(),
                                        "--event",
                                        "operator_token")
                                .path("items")
                                .findValuesAsText("username"))
                        .contains(TestCluster.OPERATOR));
        var ada = Person.register(cluster.one(), "ada");
        assertThat(local.run("commands", "--as", ada.username()).exitCode())
                .as("no operator")
                .isEqualTo(4);
        var created = local.run("create-operator", Person.newName("root"), "--json");
        assertThat(Json.parse(created.as(1)).path("operator").asBoolean())
                .as("PARLEY_OPERATORS of the nodes does not name it")
                .isFalse();
        assertThat(local.with(Map.of("PARLEY_TOKEN_AUDIENCE", "https://another.example.org/"))
                        .run("commands")
                        .exitCode())
                .as("of another installation")
                .isEqualTo(4);
    }

    @Test
    void users_and_conversations_are_listed_without_what_was_said() throws IOException {
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            pair.adaSays("nobody else may read this");
            var users = operator().json("users", pair.ada.username());
            assertThat(users.path("items").findValuesAsText("username")).contains(pair.ada.username());
            assertThat(operator().run("users", "--limit", "0").as(0)).contains(pair.kim.username());

            long group = pair.ada
                    .at(cluster.one())
                    .post(
                            "/api/conversations",
                            Json.of("title", "Found by all", "visibility", "public", "members", new long[0]))
                    .as(201)
                    .path("id")
                    .asLong();
            Eventually.holds(
                    PATIENCE,
                    () -> assertThat(conversation(pair.conversation)
                                    .path("messages")
                                    .asLong())
                            .isEqualTo(1));
            assertThat(conversation(pair.conversation).has("title")).isFalse();
            assertThat(conversation(pair.conversation).path("memberCount").asInt())
                    .isEqualTo(2);
            assertThat(conversation(group).path("title").asText()).isEqualTo("Found by all");
            long secret = pair.ada.group(cluster.one(), "A secret title", pair.kim);
            assertThat(operator().run("conversations", "--limit", "0").as(0))
                    .contains("Found by all")
                    .doesNotContain("A secret title")
                    .doesNotContain("nobody else may read this");
            assertThat(conversation(secret).path("visibility").asText()).isEqualTo("private");
        }
    }

    private JsonNode conversation(long id) throws IOException {
        return operator()
                .json("conversations", "--limit", "0")
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }

    @Tag("long")
    @Test
    void a_reset_password_ends_every_session_and_the_new_one_works() throws IOException {
        var ada = Person.register(cluster.one(), "ada");
        try (var chat = Chat.hello(cluster.two(), ada)) {
            var reset = operator().json("reset-password", ada.username());
            var password = reset.path("password").asText();
            assertThat(chat.closed().code()).isEqualTo(1008);
            Eventually.holds(
                    PATIENCE,
                    () -> assertThat(ada.at(cluster.two()).get("/api/session").status())
                            .isEqualTo(401));
            assertThat(signIn(ada.username(), ada.password()).status()).isEqualTo(401);
            assertThat(signIn(ada.username(), password).status()).isEqualTo(200);
        }
        operator()
                .runWith("three purple elephants sing\n", "reset-password", ada.username(), "--ask")
                .as(0);
        assertThat(signIn(ada.username(), "three purple elephants sing").status())
                .isEqualTo(200);
        assertThat(operator()
                        .runWith("short\n", "reset-password", ada.username(), "--ask")
                        .exitCode())
                .isEqualTo(4);
        assertThat(operator().run("reset-password", Person.newName("nobody")).exitCode())
                .isEqualTo(1);
    }

    private Api.Reply signIn(String username, String password) {
        return Api.at(cluster.one()).post("/api/session", Json.of("username", username, "password", password));
    }

    @Test
    @Tag("long")
    void an_operator_is_one_only_if_the_configuration_names_it_and_invitations_register_others() throws IOException {
        var created = operator().run("create-operator", Person.newName("root"), "--json");
        assertThat(Json.parse(created.as(1)).path("operator").asBoolean()).isFalse();
        assertThat(operator().run("create-operator", TestCluster.OPERATOR).exitCode())
                .as("the name is taken")
                .isEqualTo(4);
        var name = Person.newName("invited");
        var token = operator().run("invite", "--username", name).as(0).strip();
        assertThat(Api.at(cluster.one())
                        .post("/api/users", Json.of("username", name, "password", Person.PASSWORD, "invitation", token))
                        .status())
                .isEqualTo(201);
    }

    @Test
    @Tag("long")
    void the_ledger_and_the_epoch_are_shown() throws IOException {
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            long pos = pair.adaSays("counted");
            int partition = cluster.log().partitionOf(pair.conversation);
            var epoch = operator().json("epoch");
            assertThat(epoch.path("epoch").asInt()).isZero();
            assertThat(epoch.path("partitions").path(partition).path("ends").asLong())
                    .isGreaterThan(pos);
            assertThat(operator().run("epoch").as(0)).contains("Epoch 0 of topic");
            var ledger = operator().run("ledger", "--partition", "" + partition, "--json");
            assertThat(Json.parse(ledger.out()).path("partitions")).hasSize(1);
            assertThat(operator().run("ledger", "--partition", "99").exitCode()).isEqualTo(4);
        }
    }

    @Test
    @Tag("long")
    void dead_letters_are_listed_without_their_contents_and_commands_report_their_results() throws IOException {
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            var bad = cluster.log().append(LogRecords.of(pair.conversation, "a body that is no JSON"));
            Eventually.holds(
                    PATIENCE,
                    () -> assertThat(operator()
                                    .json("dead-letters", "--limit", "200")
                                    .path("items")
                                    .valueStream())
                            .anyMatch(letter -> letter.path("offset").asLong() == bad.offset()
                                    && letter.path("partition").asInt() == bad.partition()));
            assertThat(operator().run("dead-letters").as(0))
                    .contains("" + pair.conversation)
                    .doesNotContain("a body that is no JSON");
        }
        operator().run("replay").as(0);
        var refused = operator().run("repair", "2", "--yes");
        assertThat(refused.as(1)).contains("has not stopped");
        assertThat(operator().run("repair", "2").exitCode()).isEqualTo(2);
        assertThat(operator().run("commands").as(0)).contains("replay").contains("repair");
    }

    @Test
    @Tag("long")
    void a_probe_measures_the_way_of_a_message() throws IOException {
        var accounts = folder.resolve("probe").toString();
        assertThat(anybody().run("probe", "--accounts", accounts).exitCode()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            var probe = operator().json("probe", "--accounts", accounts, "--create");
            assertThat(probe.path("deliveredMillis").asLong()).isNotNegative();
            assertThat(probe.path("pos").asLong()).isNotNegative();
        }
        assertThat(anybody().run("probe", "--accounts", accounts).as(0)).startsWith("Delivered in ");
    }

    @Test
    @Tag("long")
    void a_probe_is_also_a_metric() throws IOException {
        var accounts = folder.resolve("probe").toString();
        var metrics = folder.resolve("parley.prom");
        operator()
                .run("probe", "--accounts", accounts, "--create", "--metrics", metrics.toString())
                .as(0);
        var text = Files.readString(metrics);
        assertThat(text).contains("\nparley_probe_success 1.000\n");
        assertThat(DocumentedMetrics.families(text)).isEqualTo(DocumentedMetrics.ofSection("probe"));
        var unreachable = anybody().with(Map.of("PARLEY_URL", "http://127.0.0.1:" + Ports.free()));
        assertThat(unreachable
                        .run("probe", "--accounts", accounts, "--metrics", metrics.toString())
                        .exitCode())
                .isEqualTo(3);
        assertThat(Files.readString(metrics)).contains("\nparley_probe_success 0.000\n");
        assertThat(folder.resolve("parley.prom.new")).doesNotExist();
    }

    @Test
    @Tag("long")
    void sign_ins_are_found_in_the_log_of_a_node() {
        var ada = Person.register(cluster.one(), "ada");
        signIn(ada.username(), "not the password");
        var log = cluster.one().server().resolve("logs").toString();
        Eventually.holds(PATIENCE, () -> {
            var found = anybody().json("sign-ins", log, "--username", ada.username());
            assertThat(found.path("items").findValuesAsText("outcome")).containsExactly("succeeded", "failed");
        });
        assertThat(anybody()
                        .run("sign-ins", log, "--username", ada.username(), "--outcome", "failed")
                        .as(0))
                .contains(ada.username())
                .contains("failed")
                .doesNotContain("succeeded");
    }

    @Test
    void the_support_bundle_has_no_secrets_and_no_messages() throws IOException {
        var file = folder.resolve("bundle.zip");
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            pair.adaSays("nobody else may read this");
        }
        var bundle = operator()
                .with(Map.of(
                        "DB_PASSWORD", "the-database-password",
                        "PARLEY_ROLE", "chat",
                        "LOG_DIR", cluster.one().server().resolve("logs").toString()))
                .json("support-bundle", file.toString());
        assertThat(bundle.path("missing")).isEmpty();
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .contains(
                            "versions.json", "configuration.json", "health-ready.json", "metrics.txt", "commands.json")
                    .anyMatch(name -> name.matches("logs/\\d+-messages.*\\.log"));
            for (var entry : zip.stream().toList()) {
                var text = new String(zip.getInputStream(entry).readAllBytes());
                assertThat(text)
                        .as(entry.getName())
                        .doesNotContain("the-database-password")
                        .doesNotContain("nobody else may read this")
                        .doesNotContainPattern("eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}");
            }
        }
    }
}
