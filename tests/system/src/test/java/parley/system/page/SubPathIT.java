package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.cluster.client.Api;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Node;
import parley.cluster.server.PathProxy;
import parley.cluster.server.PathProxy.Route;
import parley.cluster.server.Ports;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestPaths;

/**
 * Two installations below /a/ and /b/ of one host. The first has a REST node and a node for sockets only, and the proxy
 * strips the path; the second is a single server, and the proxy keeps the path.
 */
@Tag("long")
class SubPathIT extends Browsing {

    private static final int PORT = Ports.free();

    private static TestCluster second;
    private static Node rest;
    private static Node sockets;
    private static PathProxy proxy;

    /** Six servers, on a machine that may be busy. */
    @BeforeAll
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    static void start_the_installations() {
        rest = first("a-rest", Map.of("PARLEY_ROLE", "rest"));
        sockets = first("a-sockets", Map.of("PARLEY_ROLE", "chat", "PARLEY_CHAT_SOCKETSONLY", "true"));
        var key = TestPaths.made(TestPaths.WORLD).resolve("b-token-key.pem").toString();
        second = TestCluster.builder()
                .prefix("b-")
                .chats("one")
                .persisters()
                .settings(server -> Map.of(
                        "PARLEY_ROLE",
                        "all",
                        "PARLEY_CONTEXT_ROOT",
                        "/b",
                        "PARLEY_ORIGINS",
                        PathProxy.origin(PORT),
                        "PARLEY_TOKEN_KEY_FILE",
                        key,
                        "PARLEY_PASSWORD_ITERATIONS",
                        "2000"))
                .limits(TestCluster.HIGH_LIMITS)
                .build();
        TestCluster.atOnce(rest::comeUp, sockets::comeUp, second::ensureReady);
        proxy = new PathProxy(
                PORT,
                new Route("/a/ws", "/a", sockets),
                new Route("/a/", "/a", rest),
                new Route("/b", "", second.one()));
    }

    private static Node first(String name, Map<String, String> settings) {
        var all = new HashMap<>(TestCluster.HIGH_LIMITS);
        all.put("PARLEY_PATH", "/a");
        all.put("PARLEY_ORIGINS", PathProxy.origin(PORT));
        all.putAll(settings);
        return TestCluster.shared().another(name, all);
    }

    @AfterAll
    static void end_the_installations() {
        if (proxy != null) proxy.close();
        rest.kill();
        sockets.kill();
        if (second != null) second.close();
    }

    private static String at(String path) {
        return proxy.http(path).toString();
    }

    private static List<String> requests(Visitor visitor) {
        var requests = new CopyOnWriteArrayList<String>();
        visitor.page.onRequest(request -> requests.add(request.url()));
        visitor.page.onWebSocket(socket -> requests.add(socket.url().replaceFirst("^ws", "http")));
        return requests;
    }

    @Test
    void one_browser_uses_both_installations_at_the_same_time() {
        var ada = visitor("Ada Lovelace", wide(), at("/a"));
        var kim = visitor("Kim Novak", wide(), at("/a"));
        ada.register();
        kim.register();
        var adaAtB = ada.elsewhere(Person.newName("ada"), at("/b"));
        assertThat(adaAtB.page.getByTestId("auth-form")).isVisible();
        adaAtB.register();
        var kimAtB = kim.elsewhere(Person.newName("kim"), at("/b"));
        kimAtB.register();

        ada.meet(kim);
        adaAtB.meet(kimAtB);
        ada.write("only at a");
        kim.sees("only at a");
        kimAtB.write("only at b");
        adaAtB.sees("only at b");

        var requestsOfA = requests(ada);
        var requestsOfB = requests(adaAtB);
        ada.page.reload();
        adaAtB.page.reload();
        ada.sees("only at a");
        adaAtB.sees("only at b");
        ada.write("after the reload at a");
        kim.sees("after the reload at a");
        adaAtB.write("after the reload at b");
        kimAtB.sees("after the reload at b");
        assertThat(ada.messages("only at b")).hasCount(0);
        assertThat(adaAtB.messages("only at a")).hasCount(0);

        assertThat(requestsOfA).contains(at("/a/ws")).allMatch(url -> url.startsWith(at("/a/")));
        assertThat(requestsOfB).contains(at("/b/ws")).allMatch(url -> url.startsWith(at("/b/")));
        assertThat(ada.context.cookies())
                .extracting((Cookie cookie) -> cookie.name + " " + cookie.path)
                .containsExactlyInAnyOrder(
                        "parley_session.a /a/",
                        "parley_device /a/api/session",
                        "parley_session.b /b/",
                        "parley_device /b/api/session");
        assertThat((List<?>) ada.page.evaluate("Object.keys(localStorage)"))
                .isNotEmpty()
                .allMatch(name -> name.toString().startsWith("/a/parley.")
                        || name.toString().startsWith("/b/parley."));

        adaAtB.signOut();
        ada.page.reload();
        ada.sees("after the reload at a");
        for (var visitor : List.of(ada, kim, adaAtB, kimAtB))
            assertThat(visitor.complaints).isEmpty();
    }

    @Test
    void over_tls_the_cookies_have_different_names() {
        var ada = Person.register(rest, "ada");
        var signIn =
                Json.of("username", ada.username(), "password", ada.password()).toString();
        var secure = Api.at(rest)
                .call(
                        "POST",
                        "/api/session",
                        signIn,
                        request ->
                                request.header("X-Forwarded-For", "192.0.2.7").header("X-Forwarded-Proto", "https"));
        var cookies = secure.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-parley_session.a=")
                        .containsIgnoringCase("Path=/;")
                        .containsIgnoringCase("Secure"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("parley_device=").containsIgnoringCase("Path=/a/api/session"));
        var own = cookies.getFirst().split(";")[0];
        assertThat(whoAmI("__Host-parley_session=of.the.root; __Host-parley_session.b=of.the.other; " + own))
                .isEqualTo(200);
        assertThat(whoAmI(own.replace("_session.a", "_session"))).isEqualTo(401);
    }

    private static int whoAmI(String cookies) {
        return Api.at(rest)
                .call("GET", "/api/session", null, request -> request.header("Cookie", cookies))
                .status();
    }

    @Test
    void the_page_without_a_slash_at_the_end_is_redirected_to_its_path() {
        var redirect = Api.at(second.one()).get("/b");
        assertThat(redirect.status()).isEqualTo(302);
        assertThat(redirect.header("Location")).isEqualTo("/b/");
        assertThat(Api.at(second.one()).get("/b/").header("Content-Security-Policy"))
                .contains("default-src 'none'");
        assertThat(Api.at(second.one()).get("/api/installation").status()).isEqualTo(404);
        var unknown = Api.at(second.one()).get("/b/api/nothing");
        assertThat(unknown.status()).isIn(401, 404);
        assertThat(unknown.header("Content-Type")).startsWith("application/problem+json");
    }
}
