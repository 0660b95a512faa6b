package parley.cluster.server;

import java.net.URI;

/** One address for several nodes; it forwards to one of them at a time. */
public final class LoadBalancer implements AutoCloseable {

    private final TcpProxy proxy;

    public LoadBalancer(Node node) {
        proxy = new TcpProxy(Ports.HOST, node.port());
        proxy.become(new ProxyMode.Open());
    }

    /** Cuts open connections and forwards new ones to that node. */
    public void leadTo(Node node) {
        proxy.leadTo(Ports.HOST, node.port());
    }

    public URI http(String path) {
        return URI.create("http://" + proxy.address() + path);
    }

    @Override
    public void close() {
        proxy.become(new ProxyMode.Cut());
    }
}
