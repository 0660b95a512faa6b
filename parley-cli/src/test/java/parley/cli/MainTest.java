package parley.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.cli.terminal.Json;

/** Exit codes, and what is printed where. */
class MainTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private HttpServer server;
    private int status = 200;
    private String answer = "{\"items\":[{\"id\":7,\"username\":\"ada\",\"displayName\":\"Ada\"}]}";
    private String authorization;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            var bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        Files.writeString(folder.resolve("token"), "the-token\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "--help, Exit codes",
        "-h, Exit codes",
        "users --help, --json",
        "search rebuild -h, parley search rebuild"
    })
    void help_is_an_option_of_every_command(String arguments, String text) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(out.toString()).contains(text);
        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void a_result_is_printed_as_a_table_or_as_json() {
        assertThat(users()).isZero();
        assertThat(out.toString().lines()).containsExactly("ID  USERNAME  DISPLAY NAME", " 7  ada       Ada");
        assertThat(authorization).isEqualTo("Bearer the-token");
        out.getBuffer().setLength(0);
        assertThat(users("--json")).isZero();
        assertThat(Json.parse(out.toString()).getJsonArray("items")).hasSize(1);
        assertThat(errors.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"401, 4", "403, 4", "404, 4", "409, 4", "429, 4", "500, 3", "503, 3"})
    void refusals_and_outages_have_their_codes(int given, int expected) {
        status = given;
        answer = "{\"detail\":\"Not today.\"}";
        assertThat(users()).isEqualTo(expected);
        assertThat(out.toString()).isEmpty();
        assertThat(errors.toString()).startsWith("parley: ");
    }

    @Test
    void a_server_that_does_not_answer_is_unreachable() {
        server.stop(0);
        assertThat(users()).isEqualTo(3);
        assertThat(errors.toString()).contains("does not answer");
    }

    @Test
    void an_answer_of_a_proxy_is_no_crash() {
        status = 502;
        answer = "<html>Bad gateway</html>";
        assertThat(users()).isEqualTo(3);
    }

    @Test
    void invalid_fields_are_named() {
        status = 400;
        answer = "{\"detail\":\"Invalid.\",\"fields\":[{\"field\":\"limit\",\"message\":\"1 to 200\"}]}";
        assertThat(users()).isEqualTo(4);
        assertThat(errors.toString()).contains("limit: 1 to 200");
    }

    @ParameterizedTest
    @CsvSource({"''", "nonsense", "users --nonsense", "repair", "repair 3", "config", "restore x", "backup"})
    void wrong_usage_has_its_code(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(errors.toString()).isNotEmpty();
    }

    @Test
    void a_ledger_with_missing_records_has_failed() {
        answer = """
                {"from":"a","to":"b","verdict":"missing","partitions":[],"missing":
                 [{"kind":"acknowledged_not_stored","partition":3,"offset":9,"count":1}],"total":{"acknowledged":1,
                 "log":1,"rows":0,"events":0,"repeats":0,"parked":0,"pending":0,"missing":1}}""";
        assertThat(run("ledger", "--url", url(), "--token-file", token())).isEqualTo(1);
        assertThat(out.toString()).contains("acknowledged_not_stored");
    }

    @Test
    void a_configuration_with_findings_has_failed() throws IOException {
        var file = Files.writeString(folder.resolve("parley.env"), "PARLEY_ROLL=chat\n");
        assertThat(run("config", "check", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("did you mean PARLEY_ROLE?");
        assertThat(run("config", "check", folder.resolve("none.env").toString()))
                .isEqualTo(2);
    }

    @Test
    void without_files_the_environment_is_checked() {
        // Whatever it is here.
        assertThat(run("config", "check", "--json")).isIn(0, 1);
        assertThat(Json.parse(out.toString())).containsKeys("settings", "findings");
    }

    @Test
    void the_signing_key_of_the_node_replaces_a_token_on_its_machine() throws Exception {
        var keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2_048);
        var pair = keys.generateKeyPair();
        var key = Files.writeString(
                folder.resolve("token-key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        var env = Files.writeString(folder.resolve("node.env"), """
                HTTP_HOST=%s
                HTTP_PORT=%d
                PARLEY_TOKEN_KEY_FILE=%s
                PARLEY_OPERATORS=root, ada
                PARLEY_OPERATOR_TOKEN_FILE=%s
                """.formatted(
                        server.getAddress().getAddress().getHostAddress(),
                        server.getAddress().getPort(),
                        key,
                        folder.resolve("none")));
        assertThat(run("users", "--env", env.toString())).isZero();
        var parts = authorization.substring("Bearer ".length()).split("\\.");
        assertThat(json(parts[0]).getString("typ")).isEqualTo("parley-operator+jwt");
        assertThat(json(parts[1]).getString("sub")).isEqualTo("root");
        assertThat(json(parts[1]).getString("aud")).isEqualTo("parley");
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(pair.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();

        assertThat(run("users", "--env", env.toString(), "--as", "ada")).isZero();
        assertThat(json(authorization.split("\\.")[1]).getString("sub")).isEqualTo("ada");
        assertThat(run("users", "--env", env.toString(), "--token-file", token()))
                .isZero();
        assertThat(authorization).as("a token comes first").isEqualTo("Bearer the-token");
        assertThat(run("users", "--env", env.toString(), "--url", url())).isZero();
        assertThat(authorization).as("to another address").isNull();
        status = 401;
        assertThat(run("users", "--env", env.toString())).isEqualTo(4);
        assertThat(errors.toString()).contains("parley create-operator root");
    }

    private static JsonObject json(String encoded) {
        return Json.parse(new String(Base64.getUrlDecoder().decode(encoded), UTF_8));
    }

    private int users(String... more) {
        var line = new java.util.ArrayList<>(java.util.List.of("users", "--url", url(), "--token-file", token()));
        line.addAll(java.util.List.of(more));
        return run(line.toArray(String[]::new));
    }

    private String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    private String token() {
        return folder.resolve("token").toString();
    }

    private int run(String... line) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(errors, true), line);
    }
}
