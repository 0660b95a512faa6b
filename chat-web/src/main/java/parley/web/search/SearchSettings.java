package parley.web.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the search index is. */
@Dependent
public class SearchSettings {

    private static final String NONE = "none";
    private static final String LUCENE = "lucene";
    private static final String OPENSEARCH = "opensearch";

    /** {@code lucene}: in a folder of this node; {@code opensearch}: in one for all nodes; {@code none}: no search. */
    @Inject
    @ConfigProperty(name = "parley.search.backend", defaultValue = LUCENE)
    String backend;

    /** Of the index of this node; no other process may use it. */
    @Inject
    @ConfigProperty(name = "parley.search.folder")
    String folder;

    /** Memory for new documents before they are written to a file. */
    @Inject
    @ConfigProperty(name = "parley.search.bufferMegabytes", defaultValue = "16")
    int bufferMegabytes;

    @Inject
    OpenSearchSettings openSearch;

    boolean isOn() {
        return !backend.equals(NONE);
    }

    /** Whether all nodes use one index, which one of them feeds. */
    boolean isShared() {
        return backend.equals(OPENSEARCH);
    }

    /**
     * As Hibernate Search has them, without {@code hibernate.search.backend.}
     *
     * @throws IllegalArgumentException if the settings are invalid
     */
    Map<String, ?> properties() {
        return switch (backend) {
            case LUCENE -> lucene();
            case OPENSEARCH -> openSearch.properties();
            default ->
                throw new IllegalArgumentException(
                        "parley.search.backend is " + backend + " and must be lucene, opensearch or none.");
        };
    }

    private Map<String, String> lucene() {
        return Map.of(
                "type",
                LUCENE,
                "lucene_version",
                "LATEST",
                "directory.root",
                Path.of(folder).toAbsolutePath().toString(),
                "io.writer.ram_buffer_size",
                Integer.toString(bufferMegabytes),
                // Each batch is committed anyway. For an interval, Hibernate Search would look at the clock every 5 ms.
                "io.commit_interval",
                "0",
                // One writer feeds the index, and its batches are large.
                "indexing.queue_count",
                "1",
                "thread_pool.size",
                "1");
    }
}
