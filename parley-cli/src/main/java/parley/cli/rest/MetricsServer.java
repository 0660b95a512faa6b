package parley.cli.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import parley.cli.terminal.CliFailure;

/** Serves the latest metrics at {@code /metrics}; nothing before the first ones. */
public final class MetricsServer implements MetricsSink, AutoCloseable {

    private static final String DEFAULT_HOST = "127.0.0.1";

    private final HttpServer server;
    private volatile String metrics = "";

    private MetricsServer(HttpServer server) {
        this.server = server;
        server.createContext("/metrics", this::answer);
        server.start();
    }

    /** @param address {@code PORT} on the loopback address, or {@code HOST:PORT} */
    public static MetricsServer at(String address) {
        int colon = address.lastIndexOf(':');
        var port = address.substring(colon + 1);
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535)
            throw CliFailure.usage(address + " is not [HOST:]PORT");
        var host = colon < 0 ? DEFAULT_HOST : address.substring(0, colon);
        try {
            return new MetricsServer(HttpServer.create(new InetSocketAddress(host, Integer.parseInt(port)), 0));
        } catch (IOException e) {
            throw CliFailure.failed("metrics cannot be served at " + address + ": " + e.getMessage(), e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void publish(String latest) {
        metrics = latest;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean isMetrics = exchange.getRequestURI().getPath().equals("/metrics");
            var body = (isMetrics ? metrics : "").getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            // -1: no body.
            exchange.sendResponseHeaders(isMetrics ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
