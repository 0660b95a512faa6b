package parley.system.promise;

import parley.cluster.server.TestCluster;

/** With Lucene: each node has an index of its own. */
class SearchIT extends SearchContract {

    SearchIT() {
        super(TestCluster.shared());
    }
}
