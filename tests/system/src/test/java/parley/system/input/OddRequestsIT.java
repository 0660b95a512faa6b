package parley.system.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Operator;
import parley.cluster.client.Person;
import parley.cluster.server.TestCluster;

/** Unusual and malformed methods, headers, paths and parameters. */
class OddRequestsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> CREDENTIALS = List.of(
            "Basic !!!",
            "Basic",
            "Basic ",
            "basic !!!",
            "Basic YQ==",
            "Basic YTpi",
            "Digest x",
            "Bearer",
            "Bearer ",
            "Bearer a b",
            "Bearer ...",
            "Bearer eyJhbGciOiJub25lIn0.e30.",
            "bearer x",
            "",
            " ",
            "\u00ff",
            "Negotiate " + "x".repeat(8_000));
    private static final List<String> PATHS = words("""
                / /api /api/ /api/users /api/session /api/nothing /assets/nothing /ws /nothing
                /api/conversations/1
                """);

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void an_unknown_method_is_refused_everywhere_and_creates_no_metric_series()
            throws IOException, InterruptedException {
        var before = series();
        var wrong = new ArrayList<String>();
        // Liberty also accepts known methods in lower case.
        for (var method : List.of("SECMA1", "TRACE", "CONNECT", "PROPFIND", "GETGET", "X".repeat(200))) {
            for (var path : PATHS) {
                var answer = raw(method, path, "");
                // Liberty refuses TRACE itself on paths without authentication.
                boolean isRefused = answer.status() == 405 || method.equals("TRACE") && answer.status() == 403;
                if (!isRefused) wrong.add(method + " " + path + ": " + answer.text());
                if (answer.status() == 405 && !answer.header("Allow").contains("GET"))
                    wrong.add(method + " " + path + " is not told what is allowed");
                if (!Refusals.leak(answer.text()).isEmpty()) wrong.add(answer.text());
            }
            for (var path : List.of("/health/live", "/metrics", "/openapi", "/openapi/ui/")) raw(method, path, "");
        }
        for (int i = 0; i < 20; i++) raw("GET", "/", "", "host" + i + ".example");
        assertThat(wrong).isEmpty();
        var more = new TreeSet<>(series());
        more.removeAll(before);
        assertThat(more)
                .as("new series")
                .noneMatch(series ->
                        series.matches("(?s).*(SECMA1|TRACE|CONNECT|PROPFIND|GETGET|XXXX|\\.example|\"get\").*"));
    }

    private TreeSet<String> series() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(cluster.one().http("/metrics")).build(), BodyHandlers.ofLines())
                .body()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void an_unsupported_method_is_refused_with_the_supported_ones_in_Allow() {
        var ada = Person.register(cluster.one(), "ada").at(cluster.one());
        for (var call : List.of(
                "PATCH /api/users",
                "DELETE /api/users",
                "PUT /api/session",
                "DELETE /api/conversations",
                "POST /api/conversations/1",
                "PUT /api/conversations/1/messages",
                "GET /api/conversations/direct/1",
                "POST /api/admin/ledger")) {
            var reply = ada.call(call.split(" ")[0], call.split(" ")[1], null);
            assertThat(reply.status()).as(call + ": " + reply.text()).isEqualTo(405);
            assertThat(reply.header("Allow")).as(call).isNotBlank();
            assertThat(Refusals.fault(405, reply.header("Content-Type"), reply.text()))
                    .as(call)
                    .isEmpty();
        }
        for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            assertThat(raw(method, "/", "").status()).isEqualTo(405);
            assertThat(raw(method, "/assets/nothing", "").status()).isEqualTo(405);
        }
    }

    @Tag("long")
    @Test
    void HEAD_and_OPTIONS_are_answered() {
        var ada = Person.register(cluster.one(), "ada").at(cluster.one());
        for (var endpoint : Endpoints.all()) {
            var path = endpoint.call().substring(endpoint.call().indexOf('/')).replaceAll("\\{[a-z]+}", "1");
            for (var method : List.of("HEAD", "OPTIONS")) {
                assertThat(ada.call(method, path, null).status())
                        .as(method + " " + path)
                        .isLessThan(500);
                assertThat(Api.at(cluster.one()).call(method, path, null).status())
                        .as(method + " " + path)
                        .isLessThan(500);
            }
        }
    }

    @Test
    void malformed_credentials_cause_no_server_error() {
        var wrong = new ArrayList<String>();
        for (var path : PATHS) {
            for (var credential : CREDENTIALS) {
                var expected = raw("GET", path, "").status();
                var once = raw("GET", path, "Authorization: " + credential + "\r\n");
                var twice = raw("GET", path, "Authorization: Bearer x\r\nAuthorization: " + credential + "\r\n");
                for (var answer : List.of(once, twice)) {
                    if (answer.status() != expected)
                        wrong.add(path + ", " + credential + ": " + answer.text() + " instead of " + expected);
                    if (!Refusals.leak(answer.text()).isEmpty())
                        wrong.add(path + ", " + credential + ": " + answer.text());
                }
                if (path.startsWith("/api/") && !once.header("Content-Type").startsWith("application/problem+json"))
                    wrong.add(once.text());
                var posted = raw(
                        "POST",
                        "/api/session",
                        "Authorization: " + credential + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n",
                        "localhost",
                        "{}");
                if (posted.status() != 400) wrong.add("POST /api/session, " + credential + ": " + posted.text());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void exactly_one_bearer_token_is_accepted_in_any_case_of_the_scheme() {
        var ada = Person.register(cluster.one(), "ada");
        for (var scheme : List.of("Bearer", "bearer", "BEARER")) {
            assertThat(raw("GET", "/api/session", "Authorization: " + scheme + " " + ada.token() + "\r\n")
                            .status())
                    .isEqualTo(200);
        }
        var bearer = "Authorization: Bearer " + ada.token() + "\r\n";
        assertThat(raw("GET", "/api/session", bearer + bearer).status()).isEqualTo(401);
    }

    @Tag("long")
    @Test
    void malformed_headers_cause_no_server_error() {
        var ada = Person.register(cluster.one(), "ada");
        var wrong = new ArrayList<String>();
        for (var header : words("""
                Accept Accept-Language Accept-Charset Accept-Encoding Content-Type Content-Encoding
                Cookie Origin Referer If-Modified-Since If-None-Match Range Forwarded X-Forwarded-For
                X-Forwarded-Proto X-Forwarded-Host Via
                """)) {
            for (var value : words("""
                !!! ; , = a/b/c text/html;q=2 parley_session parley_session= -1 bytes=5-1 bytes=-
                """, "", "\"", "parley_session=\"", "\u00ff\u0001", "x".repeat(9_000))) {
                for (var path : List.of("/", "/api/session", "/api/conversations", "/nothing")) {
                    var answer = raw(
                            "GET",
                            path,
                            "Authorization: Bearer " + ada.token() + "\r\n" + header + ": " + value + "\r\n");
                    boolean isRefused = answer.status() >= 400 && answer.status() < 500
                            || answer.isClosed() && answer.text().isEmpty();
                    if (answer.status() / 100 != 2 && answer.status() / 100 != 3 && !isRefused)
                        wrong.add(header + ": " + value + " at " + path + ": " + answer.text());
                    if (!Refusals.leak(answer.text()).isEmpty())
                        wrong.add(header + ": " + value + " at " + path + ": " + answer.text());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void malformed_ids_are_refused() {
        var ada = Person.register(cluster.one(), "ada");
        var wrong = new ArrayList<String>();
        for (var endpoint : Endpoints.all()) {
            if (!endpoint.call().contains("{")) continue;
            for (var id : words("""
                0 -1 +1 1.5 1e9 x %20 %00 %0a %zz % %c3 %ed%a0%80 %d9%a3 %2e%2e ..; ..%2f null
                9007199254740992 9223372036854775808 1,2 ' %25 {id}
                """, "9".repeat(400), "x".repeat(4_000))) {
                var call = endpoint.call().split(" ");
                var body = endpoint.takesBody()
                        ? Json.of("title", "t", "cid", Cids.now(), "body", "b").toString()
                        : "";
                var answer = raw(
                        call[0],
                        call[1].replaceAll("\\{[a-z]+}", Matcher.quoteReplacement(id)),
                        "Authorization: Bearer " + ada.token()
                                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n",
                        "localhost",
                        body);
                // The server refuses a path that cannot be decoded before it reaches the application.
                boolean isMalformed = !id.matches("[A-Za-z0-9.+,'-]*");
                var fault = isMalformed && answer.status() == 400
                        ? Refusals.leak(answer.text())
                        : Refusals.fault(answer.status(), answer.header("Content-Type"), answer.body());
                if (!fault.isEmpty()) wrong.add(endpoint.call() + " with " + id + ": " + fault + " " + answer.text());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Tag("long")
    @Test
    void malformed_parameters_are_answered() {
        var ada = Person.register(cluster.one(), "ada");
        var kim = Person.register(cluster.one(), "kim");
        var operator = Operator.of(cluster).person();
        long group = ada.group(cluster.one(), "parameters", kim);
        Map<String, List<String>> parameters = new HashMap<>();
        parameters.put("/api/users", List.of("q", "after", "limit", "ids"));
        parameters.put("/api/conversations", List.of("after", "limit"));
        parameters.put("/api/conversations/" + group + "/members", List.of("after", "limit"));
        parameters.put("/api/conversations/" + group + "/messages", List.of("before", "after", "limit"));
        parameters.put("/api/search", List.of("q", "zone", "after", "limit"));
        parameters.put("/api/admin/ledger", List.of("from", "to", "partition"));
        var values = words("""
                0 -1 1 201 1e9 1.5 +1 x 9999999999999999999 9007199254740992 999999999999999999 %00 %0a
                %25 %c3 %ed%a0%80 %d9%a3 %f0%9f%98%80 %F0%9D%92%B3 _%25%5C ! 1-1 -1-1
                999999999999999999-1 1-999999999999999999 0-0 9999-12-31T23:59:59Z
                %2B1000000000-12-31T23:59:59.999999999Z -1000000000-01-01T00:00:00Z 2026-03-01T10:15:30Z
                now
                """, "", "x".repeat(6_000));
        var wrong = new ArrayList<String>();
        parameters.forEach((path, names) -> names.forEach(name -> values.stream()
                .flatMap(value -> Stream.of(name + "=" + value, name + "=" + value + "&" + name + "=1"))
                .forEach(query -> {
                    var caller = path.contains("admin") ? operator : ada;
                    var answer = raw("GET", path + "?" + query, "Authorization: Bearer " + caller.token() + "\r\n");
                    boolean isFine = answer.status() == 200
                            || Refusals.fault(answer.status(), answer.header("Content-Type"), answer.body())
                                    .isEmpty();
                    if (!isFine) wrong.add(path + "?" + query + ": " + answer.text());
                })));
        assertThat(wrong).isEmpty();
        for (var query : List.of(
                "limit=0",
                "limit=201",
                "limit=1e9",
                "limit=-1",
                "after=-1",
                "after=9999999999999999999",
                "after=%d9%a3",
                "ids=",
                "ids=1,",
                "ids=1,x",
                "ids=1&q=ada",
                "ids=1&after=1",
                "ids=1&limit=1",
                "ids=1" + ",1".repeat(100))) {
            assertThat(ada.at(cluster.one()).get("/api/users?" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void an_unknown_path_reveals_nothing_about_the_server() {
        for (var path : List.of(
                "/nothing",
                "/assets/nothing",
                "/assets/../WEB-INF/web.xml",
                "/assets/%2e%2e/WEB-INF/web.xml",
                "/assets/..%2fWEB-INF%2fweb.xml",
                "/assets/..;/WEB-INF/web.xml",
                "/assets/%5c..%5cWEB-INF%5cweb.xml",
                "/assets/%252e%252e/WEB-INF/web.xml",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/error-page",
                "/api.html",
                "/%5c")) {
            var answer = raw("GET", path, "");
            assertThat(answer.status()).as(path + ": " + answer.text()).isIn(400, 404);
            assertThat(Refusals.leak(answer.text())).as(path).isEmpty();
            assertThat(answer.text()).doesNotContain("web-app").doesNotContain("Manifest-Version");
        }
    }

    private Raw.Answer raw(String method, String path, String headers) {
        return raw(method, path, headers, "localhost");
    }

    private Raw.Answer raw(String method, String path, String headers, String host) {
        return raw(method, path, headers, host, "");
    }

    private Raw.Answer raw(String method, String path, String headers, String host, String body) {
        return Raw.send(
                cluster.one(),
                method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers + "\r\n"
                        + body,
                PATIENCE);
    }

    /** The words of a text, and values that contain spaces or are too long for it. */
    private static List<String> words(String text, String... more) {
        return Stream.concat(Arrays.stream(text.strip().split("\\s+")), Arrays.stream(more))
                .toList();
    }
}
