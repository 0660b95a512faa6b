package parley.cluster.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A website that messages can link to. It notes the paths that are fetched. Each has a folder of its own in all links,
 * because nodes remember previews for longer than a test takes.
 */
public final class WebPages implements AutoCloseable {

    /** Where the shared cluster makes previews from, as if it were the Internet, and the only port that it fetches from. */
    public static final String HOST = "127.0.0.1";

    public static final int PORT = Ports.free();

    private static final AtomicInteger FOLDERS = new AtomicInteger();

    private final String folder = "/" + FOLDERS.incrementAndGet();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    private WebPages(String address) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), PORT), 50);
        server.setExecutor(threads);
        server.start();
    }

    /** Those of which the shared cluster makes previews. */
    public static WebPages previewed() {
        return on(HOST);
    }

    /** On another address of this machine, at the same port. */
    public static WebPages on(String address) {
        try {
            return new WebPages(address);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String link(String path) {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + PORT + folder + path;
    }

    public List<String> fetched() {
        return List.copyOf(fetched);
    }

    /** The settings of a node that makes previews of pages at {@value #HOST}, and of no others. */
    static Map<String, String> settings() {
        return Map.of(
                "PARLEY_PREVIEWS_ENABLED",
                "true",
                "PARLEY_PREVIEWS_ALLOWEDNETWORKS",
                HOST + "/32",
                "PARLEY_PREVIEWS_PORTS",
                Integer.toString(PORT),
                // A busy machine takes longer than users should wait.
                "PARLEY_PREVIEWS_TIMEOUTMILLIS",
                "20000");
    }

    public WebPages html(String path, String html) {
        return handle(path, exchange -> {
            var body = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    public WebPages redirect(String path, String location) {
        return handle(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    /** A page that does not answer before {@link #release}, and then without a word. */
    public WebPages silent(String path) {
        return handle(path, exchange -> {
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private WebPages handle(String path, Answer answer) {
        server.createContext(folder + path, exchange -> {
            fetched.add(exchange.getRequestURI().getPath().substring(folder.length()));
            try (exchange) {
                answer.give(exchange);
            }
        });
        return this;
    }

    /** Ends what the silent pages were asked for. */
    public void release() {
        end.countDown();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
