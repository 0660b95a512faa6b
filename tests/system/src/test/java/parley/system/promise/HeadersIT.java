package parley.system.promise;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.TestCluster;

/** The headers of every response, including those of the container. */
class HeadersIT {

    private static final Map<String, String> EVERYWHERE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final TestCluster cluster = TestCluster.shared();
    private final Api nobody = Api.at(cluster.one());

    @Test
    void every_response_has_security_headers_also_those_of_the_server_itself() throws IOException {
        var ada = Person.register(cluster.one(), "ada");
        for (var request : List.of(
                get("/"),
                get("/api/session"),
                get("/api/users"),
                get("/nowhere"),
                get("/assets/none.js"),
                get("/%zz"),
                get("/health"),
                get("/health/ready"),
                get("/metrics"),
                get("/openapi"),
                get("/ws"),
                "GET /api/session HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + ada.token()
                        + "\r\nConnection: close\r\n\r\n",
                "BREW / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                "POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n{}",
                "GARBAGE\r\n\r\n")) {
            var response = raw(request);
            EVERYWHERE.forEach((name, value) -> assertThat(response.header(name))
                    .as(name + " of " + response)
                    .isEqualTo(value));
            assertThat(response.header("Permissions-Policy"))
                    .as(response.toString())
                    .contains("camera=()", "microphone=(self)");
            assertThat(response.header("Content-Security-Policy"))
                    .as(response.toString())
                    .startsWith("default-src 'none'")
                    .contains("frame-ancestors 'none'");
            assertThat(response.header("Cache-Control")).as(response.toString()).isNotEmpty();
            assertThat(response.names())
                    .as(response.toString())
                    .noneMatch(name -> name.startsWith("access-control-")
                            || name.equals("server")
                            || name.equals("x-powered-by")
                            || name.equals("$wsep")
                            || name.equals("strict-transport-security"));
        }
    }

    @Test
    void the_page_may_load_and_connect_to_its_own_origin_only() throws IOException {
        var policy = raw(get("/")).header("Content-Security-Policy");
        assertThat(policy)
                .contains("connect-src 'self';", "form-action 'self'", "base-uri 'none'", "object-src 'none'")
                .doesNotContain("ws:")
                .doesNotContain("wss:")
                .doesNotContain("unsafe")
                .doesNotContain("*");
        var ada = Person.register(cluster.one(), "ada");
        assertThat(ada.at(cluster.one()).get("/api/session").header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void only_assets_with_a_content_hash_are_cached() throws IOException {
        var asset =
                Pattern.compile("/assets/[^\"]+\\.js").matcher(nobody.get("/").text());
        assertThat(asset.find()).isTrue();
        assertThat(raw(get(asset.group())).header("Cache-Control")).contains("immutable");
        assertThat(raw(get("/")).header("Cache-Control")).isEqualTo("no-cache");
        for (var path : List.of(
                "/assets/none.js",
                "/assets/",
                "/assets/../nowhere",
                "/nowhere",
                "/api/session",
                "/api/nowhere",
                "/metrics",
                "/health/ready",
                "/openapi")) {
            assertThat(raw(get(path)).header("Cache-Control")).as(path).isEqualTo("no-store");
        }
        var ada = Person.register(cluster.one(), "ada");
        var signIn = nobody.post("/api/session", Json.of("username", ada.username(), "password", ada.password()));
        assertThat(signIn.header("Cache-Control")).isEqualTo("no-store");
        assertThat(ada.at(cluster.one()).get("/api/session").header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void the_page_is_sent_compressed_and_not_again_to_a_client_that_has_it() throws IOException {
        var asset =
                Pattern.compile("/assets/[^\"]+\\.js").matcher(nobody.get("/").text());
        assertThat(asset.find()).isTrue();
        for (var path : List.of("/", asset.group())) {
            var tags = new HashSet<String>();
            for (var encoding : List.of("br", "gzip", "identity")) {
                var response = raw(get(path, "Accept-Encoding: " + encoding));
                if (encoding.equals("identity"))
                    assertThat(response.header("Content-Encoding")).isEmpty();
                else assertThat(response.header("Content-Encoding")).as(path).isEqualTo(encoding);
                assertThat(response.header("Vary")).contains("Accept-Encoding");
                tags.add(response.header("ETag"));
                var again = raw(get(path, "Accept-Encoding: " + encoding, "If-None-Match: " + response.header("ETag")));
                assertThat(again.status()).as(path).isEqualTo(304);
            }
            assertThat(tags).as(path).hasSize(3).doesNotContain("");
        }
    }

    @Test
    void behind_a_trusted_tls_proxy_cookies_are_secure_and_hsts_is_sent() {
        var ada = Person.register(cluster.one(), "ada");
        var credentials =
                Json.of("username", ada.username(), "password", ada.password()).toString();
        var plain = nobody.call("POST", "/api/session", credentials, request -> {});
        assertThat(plain.header("Set-Cookie")).startsWith("parley_session=").doesNotContain("Secure");

        var secure = nobody.call(
                "POST",
                "/api/session",
                credentials,
                request -> request.header("X-Forwarded-For", "203.0.113.9").header("X-Forwarded-Proto", "https"));
        var attributes = Arrays.stream(secure.header("Set-Cookie").split(";"))
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .toList();
        assertThat(attributes.getFirst()).startsWith("__host-parley_session=");
        assertThat(attributes)
                .contains("secure", "path=/", "httponly", "samesite=strict")
                .noneMatch(part -> part.startsWith("domain"));
        assertThat(secure.header("Strict-Transport-Security")).contains("max-age=31536000");

        var cookie = secure.header("Set-Cookie").split(";")[0] + "; parley_session=of.another.host";
        var who = nobody.call("GET", "/api/session", null, request -> request.header("Cookie", cookie));
        assertThat(who.status()).isEqualTo(200);
    }

    private record Response(List<String> lines) {

        int status() {
            return Integer.parseInt(lines.getFirst().split(" ")[1]);
        }

        String header(String name) {
            return lines.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        List<String> names() {
            return lines.stream()
                    .skip(1)
                    .map(line -> line.split(":")[0].toLowerCase(Locale.ROOT))
                    .toList();
        }
    }

    private static String get(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + Arrays.stream(headers).map(header -> header + "\r\n").collect(joining()) + "\r\n";
    }

    private Response raw(String request) throws IOException {
        var address = cluster.one().http("/");
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            var text = new StringBuilder();
            for (int next = socket.getInputStream().read();
                    next >= 0 && text.indexOf("\r\n\r\n") < 0;
                    next = socket.getInputStream().read()) {
                text.append((char) next);
            }
            assertThat(text.toString())
                    .as("the answer to " + request.lines().findFirst().orElse(""))
                    .startsWith("HTTP/1.1 ");
            return new Response(Arrays.asList(text.toString().strip().split("\r\n")));
        }
    }
}
