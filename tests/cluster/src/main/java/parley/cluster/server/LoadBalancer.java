package parley.cluster.server;

import java.net.URI;

/** One address before the nodes, as a load balancer is. */
public final class LoadBalancer implements AutoCloseable {

    private final TcpProxy link;

    public LoadBalancer(Node node) {
        link = new TcpProxy(Ports.HOST, node.port());
        link.become(new ProxyMode.Open());
    }

    /** Cuts what there is; whoever comes again comes to that node. */
    public void leadTo(Node node) {
        link.leadTo(Ports.HOST, node.port());
    }

    public URI http(String path) {
        return URI.create("http://" + link.address() + path);
    }

    @Override
    public void close() {
        link.become(new ProxyMode.Cut());
    }
}
