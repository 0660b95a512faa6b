package parley.system.promise;

import org.junit.jupiter.api.Tag;

/** With a real OpenSearch: all nodes use one index, which one of them feeds. */
@Tag("long")
class OpenSearchIT extends SearchContract {

    OpenSearchIT() {
        super(OpenSearchCluster.shared().cluster());
    }
}
