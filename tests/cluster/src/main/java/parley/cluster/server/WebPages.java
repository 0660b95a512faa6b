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

/** A website that messages can link to. It notes the paths that are fetched. */
public final class WebPages implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    private WebPages(InetAddress address, int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(address, port), 50);
        server.setExecutor(threads);
        server.start();
    }

    /** @param port 0: any */
    public static WebPages on(String address, int port) {
        try {
            return new WebPages(InetAddress.getByName(address), port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String link(String path) {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + port() + path;
    }

    public List<String> fetched() {
        return List.copyOf(fetched);
    }

    /** The settings of a node that makes previews of these pages, as if they were on the Internet. */
    public Map<String, String> previewed() {
        return Map.of(
                "PARLEY_PREVIEWS_ENABLED",
                "true",
                "PARLEY_PREVIEWS_ALLOWEDNETWORKS",
                server.getAddress().getAddress().getHostAddress() + "/32",
                "PARLEY_PREVIEWS_PORTS",
                "" + port(),
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

    /** A page that does not answer before this is closed. */
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
        server.createContext(path, exchange -> {
            fetched.add(exchange.getRequestURI().getPath());
            try (exchange) {
                answer.give(exchange);
            }
        });
        return this;
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
