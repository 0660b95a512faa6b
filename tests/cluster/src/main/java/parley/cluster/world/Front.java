package parley.cluster.world;

import java.net.URI;

/** One address before the nodes, as a load balancer is. */
public final class Front implements AutoCloseable {

    private final Link link;

    public Front(Node node) {
        link = new Link(Ports.HOST, node.port());
        link.become(new Passage.Open());
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
        link.become(new Passage.Cut());
    }
}
