package parley.cluster.world;

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

/** A network between a client and a server, on a port that stays. Cut at first. */
public final class Link {

    private static final Vertx VERTX = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(2)
            .setUseDaemonThread(true)
            .setFileSystemOptions(
                    new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false)));
    private static final NetClient CLIENT = VERTX.createNetClient(new NetClientOptions().setConnectTimeout(3_000));

    private final int port = Ports.free();
    private volatile SocketAddress target;
    private final Set<Crossing> crossings = ConcurrentHashMap.newKeySet();
    private volatile Passage passage = new Passage.Cut();
    private NetServer server;

    public Link(String targetHost, int targetPort) {
        target = SocketAddress.inetSocketAddress(targetPort, targetHost);
    }

    /** Where connections go from now on; those that are there are cut. */
    void leadTo(String host, int port) {
        target = SocketAddress.inetSocketAddress(port, host);
        crossings.forEach(Crossing::cut);
    }

    public int port() {
        return port;
    }

    public String address() {
        return Ports.HOST + ":" + port;
    }

    public Passage passage() {
        return passage;
    }

    public synchronized void become(Passage next) {
        passage = next;
        if (next instanceof Passage.Cut) refuse();
        else listen();
        crossings.forEach(Crossing::look);
    }

    private void listen() {
        if (server != null) return;
        server = VERTX.createNetServer(new NetServerOptions().setTcpNoDelay(true))
                .connectHandler(this::cross);
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

    private void cross(NetSocket near) {
        var crossing = new Crossing(this, VERTX, near);
        crossings.add(crossing);
        crossing.look();
    }

    Future<NetSocket> reach() {
        return CLIENT.connect(target);
    }

    void ended(Crossing crossing) {
        crossings.remove(crossing);
    }
}
