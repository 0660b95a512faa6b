package parley.web.preview.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.web.platform.limits.CidrBlock;
import parley.web.preview.address.AddressRules;
import parley.web.preview.address.HostRules;
import parley.web.preview.address.TargetRules;
import parley.web.preview.address.WebAddress;
import parley.web.preview.page.PageParser;

/**
 * Hostile pages and names, with real connections. 127.0.0.1 stands for the Internet, and 127.0.0.2 for a server of the
 * private network.
 */
@Timeout(60)
class PageFetcherTest {

    private static final int MOST = 10_000;
    private static final String HTML = "HTTP/1.1 200 OK\r\nContent-Type: text/html";
    private static final String PUBLIC = "127.0.0.1";
    private static final String PRIVATE = "127.0.0.2";

    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, Deque<String>> names = new HashMap<>();
    private SmallServer open;
    private SmallServer secret;

    @BeforeEach
    void start() throws IOException {
        open = SmallServer.on(PUBLIC);
        secret = new SmallServer(InetAddress.getByName(PRIVATE), open.port()).html("/", "<title>secret</title>");
    }

    @AfterEach
    void stop() {
        end.countDown();
        open.close();
        secret.close();
    }

    @Test
    void a_page_is_fetched_without_credentials_and_without_telling_where_it_was_linked() throws IOException {
        names.put("page.test", queue(PUBLIC));
        open.html("/a?b=c", "<title>A page</title>");
        var page = fetch("http://page.test:" + open.port() + "/a?b=c#fragment");
        assertThat(PageParser.parse(page).title()).isEqualTo("A page");
        assertThat(page.address().host()).isEqualTo("page.test");
        assertThat(open.requests())
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("GET /a?b=c HTTP/1.1\n")
                        .contains("Host: page.test:" + open.port(), "User-Agent: Parley-LinkPreview")
                        .doesNotContain("Cookie", "Referer", "Authorization", "fragment"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.2",
                "private.test",
                "[::ffff:127.0.0.2]",
                "[::ffff:7f00:2]",
                "2130706434",
                "0x7f000002",
                "0177.0.0.2",
                "127.2",
                "127.0.0.2.",
                "127.0.0.002",
                "１２７.0.0.2",
                "user@127.0.0.2",
                "page.test@127.0.0.2",
                "127.0.0.2%00.page.test",
                "127.0.0.2\\@page.test"
            })
    void a_private_address_is_not_fetched_however_it_is_written(String host) {
        names.put("private.test", queue(PRIVATE));
        assertDenied(host);
        assertThat(secret.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "10.0.0.1",
                "[::1]",
                "[::]",
                "[fd00::1]",
                "[fe80::1]",
                "[64:ff9b::a00:1]",
                "[::ffff:a9fe:a9fe]",
                "[::1%25lo]"
            })
    void no_other_network_is_reached(String host) {
        assertDenied(host);
    }

    @Test
    void a_name_with_one_private_address_is_not_fetched() {
        names.put("both.test", queue(PUBLIC + " " + PRIVATE));
        assertDenied("both.test");
    }

    /** DNS rebinding: the second answer differs from the one that was checked. */
    @Test
    void the_connection_goes_to_the_address_that_was_checked() throws IOException {
        names.put("rebinds.test", queue(PUBLIC, PRIVATE));
        open.html("/", "<title>public</title>");
        assertThat(title("http://rebinds.test:" + open.port())).isEqualTo("public");
        assertThat(secret.requests()).isEmpty();
    }

    @Test
    void each_redirect_is_checked_again() {
        names.put("rebinds.test", queue(PUBLIC, PRIVATE));
        names.put("private.test", queue(PRIVATE, PRIVATE, PRIVATE));
        open.redirect("/private", "http://private.test:" + open.port() + "/");
        open.redirect("/address", "http://127.0.0.2:" + open.port() + "/");
        open.redirect("/relative", "//127.0.0.2:" + open.port() + "/");
        open.redirect("/again", "http://rebinds.test:" + open.port() + "/");
        open.redirect("/file", "file:///etc/passwd");
        open.redirect("/port", "http://127.0.0.1:1/");
        open.redirect("/user", "http://a:b@127.0.0.1:" + open.port() + "/");
        open.redirect("/nonsense", "http://[");
        assertFails("http://rebinds.test:" + open.port() + "/again");
        for (var path : List.of("private", "address", "relative", "file", "port", "user", "nonsense"))
            assertFails(here("/" + path));
        assertThat(secret.requests()).isEmpty();
    }

    @Test
    void redirects_end() throws IOException {
        open.redirect("/0", "1")
                .redirect("/1", here("/2"))
                .redirect("/2", "/3?%20é")
                .html("/3?%20%C3%A9", "<title>3</title>");
        assertThat(title(here("/0"))).isEqualTo("3");
        open.redirect("/loop", "/loop");
        assertFails(here("/loop"));
        assertThat(open.requests()).hasSize(4 + 6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://page.test:99", "ftp://page.test", "gopher://page.test", "//page.test", "page.test"})
    void only_the_web_is_fetched(String link) {
        names.put("page.test", queue(PUBLIC));
        assertFails(link);
    }

    @Test
    void only_html_is_read() {
        open.answer("/picture", "HTTP/1.1 200 OK\r\nContent-Type: image/png", new byte[10]);
        open.answer("/text", "HTTP/1.1 200 OK\r\nContent-Type: text/plain", "<title>a</title>".getBytes());
        open.answer("/unknown", "HTTP/1.1 200 OK", "<title>a</title>".getBytes());
        open.answer("/odd", "HTTP/1.1 200 OK\r\nContent-Type: ;;=,", "<title>a</title>".getBytes());
        open.answer("/error", "HTTP/1.1 500 No\r\nContent-Type: text/html", "<title>a</title>".getBytes());
        open.answer("/nothing", "HTTP/1.1 204 No\r\nContent-Type: text/html", new byte[0]);
        open.answer("/no-http", out -> out.write("SSH-2.0-OpenSSH\r\n".getBytes()));
        for (var path : List.of("picture", "text", "unknown", "odd", "error", "nothing", "no-http", "missing"))
            assertFails(here("/" + path));
    }

    @Test
    void what_follows_the_limit_is_not_read() throws IOException {
        open.answer("/endless", out -> {
            out.write((HTML + "\r\n\r\n<title>endless</title>").getBytes());
            while (true) out.write("<p>more".repeat(1_000).getBytes());
        });
        var page = fetch(here("/endless"));
        assertThat(page.content()).hasSize(MOST);
        assertThat(PageParser.parse(page).title()).isEqualTo("endless");
    }

    @Test
    void a_gzip_bomb_is_expanded_up_to_the_limit() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write("<title>bomb</title>".getBytes());
            for (int i = 0; i < 100; i++) zip.write(new byte[1 << 20]);
        }
        open.answer("/bomb", HTML + "\r\nContent-Encoding: gzip", zipped.toByteArray());
        open.answer("/broken", HTML + "\r\nContent-Encoding: gzip", "no gzip".getBytes());
        var page = fetch(here("/bomb"));
        assertThat(page.content()).hasSize(MOST);
        assertThat(PageParser.parse(page).title()).isEqualTo("bomb");
        assertFails(here("/broken"));
    }

    @Test
    void a_slow_server_is_given_up_wherever_it_is_slow() {
        open.answer("/silent", out -> await());
        open.answer("/headers", out -> drip(out, "HTTP/1.1 200 OK\r\n", "X: y\r\n"));
        open.answer("/body", out -> drip(out, HTML + "\r\n\r\n<title>slow", "."));
        open.answer("/chunks", out -> drip(out, HTML + "\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n"));
        for (var path : List.of("silent", "headers", "body", "chunks"))
            assertThatThrownBy(() -> fetch(here("/" + path), Duration.ofMillis(500)))
                    .as(path)
                    .isInstanceOf(IOException.class);
    }

    @Test
    void endless_headers_are_given_up() {
        open.answer("/many", out -> {
            out.write((HTML + "\r\n").getBytes());
            while (true) out.write("X: y\r\n".repeat(1_000).getBytes());
        });
        open.answer("/long", out -> {
            out.write((HTML + "\r\nX: ").getBytes());
            while (true) out.write(new byte[1_000]);
        });
        assertFails(here("/many"));
        assertFails(here("/long"));
    }

    @Test
    void a_cookie_is_not_sent_back() throws IOException {
        open.answer("/", "HTTP/1.1 302 Found\r\nLocation: /next\r\nSet-Cookie: a=b; Path=/", new byte[0]);
        open.html("/next", "<title>next</title>");
        assertThat(title(here("/"))).isEqualTo("next");
        assertThat(open.requests()).noneMatch(request -> request.contains("Cookie"));
    }

    @Test
    void the_host_lists_hold_for_redirects_too() throws IOException {
        names.put("a.test", queue(PUBLIC, PUBLIC));
        names.put("b.a.test", queue(PUBLIC, PUBLIC));
        names.put("c.test", queue(PUBLIC, PUBLIC));
        open.html("/", "<title>page</title>").redirect("/c", "http://c.test:" + open.port());
        var onlyA = new HostRules(List.of("A.test"), List.of());
        assertThat(fetch(at("a.test", "/"), onlyA).content()).isNotEmpty();
        assertThat(fetch(at("b.a.test", "/"), onlyA).content()).isNotEmpty();
        assertThatThrownBy(() -> fetch(at("a.test", "/c"), onlyA)).isInstanceOf(TargetRules.Denied.class);
        var notC = new HostRules(List.of(), List.of("c.test"));
        assertThatThrownBy(() -> fetch(at("c.test", "/"), notC)).isInstanceOf(TargetRules.Denied.class);
        assertThat(fetch(at("b.a.test", "/"), notC).content()).isNotEmpty();
    }

    private void assertDenied(String host) {
        assertThatThrownBy(() -> fetch("http://" + host + ":" + open.port() + "/"))
                .as(host)
                .isInstanceOfAny(TargetRules.Denied.class, IllegalArgumentException.class, UnknownHostException.class);
    }

    private void assertFails(String link) {
        assertThatThrownBy(() -> fetch(link))
                .as(link)
                .isInstanceOfAny(IOException.class, IllegalArgumentException.class);
    }

    private String here(String path) {
        return at(PUBLIC, path);
    }

    private String at(String host, String path) {
        return "http://" + host + ":" + open.port() + path;
    }

    private String title(String link) throws IOException {
        return PageParser.parse(fetch(link)).title();
    }

    private FetchedPage fetch(String link) throws IOException {
        return fetch(link, Duration.ofSeconds(20));
    }

    private FetchedPage fetch(String link, Duration time) throws IOException {
        return fetch(link, time, new HostRules(List.of(), List.of()));
    }

    private FetchedPage fetch(String link, HostRules hosts) throws IOException {
        return fetch(link, Duration.ofSeconds(20), hosts);
    }

    private FetchedPage fetch(String link, Duration time, HostRules hosts) throws IOException {
        var internet = new AddressRules(List.of(CidrBlock.parse(PUBLIC + "/32")));
        var rules = new TargetRules(Set.of(open.port()), hosts, internet, this::resolve);
        try (var fetcher = new PageFetcher(rules, new FetchLimits(time, MOST), PageFetcherTest::after)) {
            return fetcher.fetch(WebAddress.parse(link));
        }
    }

    private static void after(Duration delay, Runnable task) {
        Executor later = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(task);
    }

    /** The names of a test, each answer once; addresses as the system reads them. */
    private InetAddress[] resolve(String host) throws UnknownHostException {
        var answers = names.get(host);
        if (answers == null) return InetAddress.getAllByName(host);
        var addresses = answers.remove().split(" ");
        var found = new InetAddress[addresses.length];
        for (int i = 0; i < found.length; i++) found[i] = InetAddress.getByName(addresses[i]);
        return found;
    }

    private static Deque<String> queue(String... answers) {
        return new ArrayDeque<>(List.of(answers));
    }

    /** One piece after another, each of them in time. */
    private void drip(OutputStream out, String begin, String piece) throws IOException {
        out.write(begin.getBytes(StandardCharsets.ISO_8859_1));
        try {
            while (!end.await(50, TimeUnit.MILLISECONDS)) {
                out.write(piece.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
