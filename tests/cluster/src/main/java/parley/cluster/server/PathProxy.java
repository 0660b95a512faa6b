package parley.cluster.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.List;

/**
 * A reverse proxy that leads the paths of one host to different nodes, and forwards WebSockets too. It does not forward
 * the Host of a handshake, so the nodes need its origin as {@code PARLEY_ORIGINS}.
 */
public final class PathProxy implements AutoCloseable {

    /**
     * @param path what the paths of its requests begin with; the first such route counts
     * @param stripped what the node does not see of it, empty for nothing
     */
    public record Route(String path, String stripped, Node node) {}

    private final Vertx vertx = Vertx.vertx();
    private final int port;
    private final List<Route> routes;

    /** @param port from {@link Ports#free}: nodes need to know the origin before they start */
    public PathProxy(int port, Route... routes) {
        this.port = port;
        this.routes = List.of(routes);
        var proxy = HttpProxy.reverseProxy(vertx.createHttpClient())
                .origin(OriginRequestProvider.selector(this::origin))
                .addInterceptor(
                        new ProxyInterceptor() {
                            @Override
                            public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
                                var request = context.request();
                                var uri = request.getURI();
                                request.setURI(
                                        uri.substring(route(uri).stripped().length()));
                                return context.sendRequest();
                            }
                        },
                        true);
        vertx.createHttpServer().requestHandler(proxy).listen(port, Ports.HOST).await();
    }

    private Future<SocketAddress> origin(ProxyContext context) {
        var asked = context.request().proxiedRequest().uri();
        return Future.succeededFuture(
                SocketAddress.inetSocketAddress(route(asked).node().port(), Ports.HOST));
    }

    private Route route(String uri) {
        return routes.stream()
                .filter(route -> uri.startsWith(route.path()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no route to " + uri));
    }

    public URI http(String path) {
        return URI.create(origin(port) + path);
    }

    /** The origin of the pages behind a proxy on that port. */
    public static String origin(int port) {
        return "http://" + Ports.HOST + ":" + port;
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
