package parley.cluster.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy between a client and a server, on a fixed port. Its first mode is {@link ProxyMode.Cut}. */
public final class TcpProxy {

    private static final Vertx VERTX = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(2)
            .setUseDaemonThread(true)
            .setFileSystemOptions(
                    new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false)));
    private static final NetClient CLIENT = VERTX.createNetClient(new NetClientOptions().setConnectTimeout(3_000));

    private final int port = Ports.free();
    private volatile SocketAddress target;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile ProxyMode mode = new ProxyMode.Cut();
    private NetServer server;

    public TcpProxy(String targetHost, int targetPort) {
        target = SocketAddress.inetSocketAddress(targetPort, targetHost);
    }

    /** Forwards new connections to another server, and cuts the open ones. */
    void leadTo(String host, int port) {
        target = SocketAddress.inetSocketAddress(port, host);
        connections.forEach(ProxiedConnection::cut);
    }

    public int port() {
        return port;
    }

    public String address() {
        return Ports.HOST + ":" + port;
    }

    public ProxyMode mode() {
        return mode;
    }

    public synchronized void become(ProxyMode next) {
        mode = next;
        if (next instanceof ProxyMode.Cut) refuse();
        else listen();
        connections.forEach(ProxiedConnection::look);
    }

    private void listen() {
        if (server != null) return;
        server = VERTX.createNetServer(new NetServerOptions().setTcpNoDelay(true))
                .connectHandler(this::accept);
        done(server.listen(port, Ports.HOST));
    }

    private void refuse() {
        if (server == null) return;
        done(server.close());
        server = null;
    }

    private static void done(Future<?> step) {
        step.toCompletionStage().toCompletableFuture().join();
    }

    private void accept(NetSocket near) {
        var connection = new ProxiedConnection(this, VERTX, near);
        connections.add(connection);
        connection.look();
    }

    Future<NetSocket> connect() {
        return CLIENT.connect(target);
    }

    void ended(ProxiedConnection connection) {
        connections.remove(connection);
    }
}
