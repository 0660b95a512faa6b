package parley.faults.world;

import parley.cluster.server.Node;
import parley.cluster.server.TcpProxy;
import parley.cluster.server.TestCluster;

/** A server with its proxies to broker and database. */
public record ServerUnderTest(Node node, TcpProxy toBroker, TcpProxy toDatabase) {

    static ServerUnderTest of(TestCluster cluster, Node node) {
        var proxies = cluster.proxies(node);
        return new ServerUnderTest(node, proxies.toBroker(), proxies.toDatabase());
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
