package parley.web.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the search index is. */
@Dependent
public class SearchSettings {

    private static final String NONE = "none";
    private static final String LUCENE = "lucene";
    private static final String ELASTICSEARCH = "elasticsearch";

    /** {@code lucene}: in a folder of this node; {@code elasticsearch}: in a cluster; {@code none}: no search. */
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

    /** URLs of Elasticsearch or OpenSearch, comma-separated. */
    @Inject
    @ConfigProperty(name = "parley.search.uris")
    Optional<String> uris;

    @Inject
    @ConfigProperty(name = "parley.search.username")
    Optional<String> username;

    @Inject
    @ConfigProperty(name = "parley.search.password")
    Optional<String> password;

    /** Whether this node feeds an index in a cluster; exactly one node does. */
    @Inject
    @ConfigProperty(name = "parley.search.feeds", defaultValue = "true")
    boolean feeds;

    /** @throws IllegalArgumentException if the settings are invalid */
    boolean isOn() {
        return switch (backend) {
            case NONE -> false;
            case LUCENE, ELASTICSEARCH -> true;
            default ->
                throw new IllegalArgumentException("parley.search.backend is " + backend
                        + " and must be lucene, elasticsearch (also for OpenSearch) or none.");
        };
    }

    /** An index in a folder is fed by the node that has it. */
    boolean feeds() {
        return backend.equals(LUCENE) || feeds;
    }

    /** As Hibernate Search has them, without {@code hibernate.search.backend.} */
    Map<String, String> properties() {
        var properties = new HashMap<String, String>();
        properties.put("type", backend);
        if (backend.equals(LUCENE)) {
            properties.put("lucene_version", "LATEST");
            properties.put("directory.root", Path.of(folder).toAbsolutePath().toString());
            properties.put("io.writer.ram_buffer_size", Integer.toString(bufferMegabytes));
            // One writer feeds the index, and its batches are large.
            properties.put("indexing.queue_count", "1");
            properties.put("thread_pool.size", "1");
        } else {
            properties.put(
                    "uris",
                    uris.orElseThrow(() -> new IllegalArgumentException(
                            "parley.search.uris is needed with parley.search.backend=" + ELASTICSEARCH + ".")));
            username.ifPresent(name -> properties.put("username", name));
            password.ifPresent(secret -> properties.put("password", secret));
        }
        return properties;
    }
}
