package parley.system.promise;

import org.junit.jupiter.api.AfterEach;
import parley.cluster.client.Pair;
import parley.cluster.server.TestCluster;

/** Tests with two users on different nodes. */
abstract class WithPair {

    final TestCluster cluster = TestCluster.shared();
    final Pair pair = Pair.on(cluster.one(), cluster.two());

    @AfterEach
    void disconnect() {
        pair.close();
    }
}
