package parley.faults.world;

import java.util.Map;
import java.util.Optional;
import parley.cluster.server.Disk;
import parley.cluster.server.OpenSearch;
import parley.cluster.server.TestPaths;

/**
 * Where messages are indexed: with Lucene on each node, of which the first one has a disk of its own for it, or with
 * {@code -Dfaults.search=opensearch} in one OpenSearch for all nodes.
 *
 * @param engine empty with Lucene
 */
public record SearchUnderTest(Optional<OpenSearch> engine, Disk disk) {

    private static final int DISK_MEGABYTES = 800;

    static SearchUnderTest wanted() {
        var backend = System.getProperty("faults.search", "lucene");
        return new SearchUnderTest(
                backend.equals("opensearch") ? Optional.of(new OpenSearch("opensearch")) : Optional.empty(),
                Disk.at(TestPaths.WORLD.resolve("index-disk"), DISK_MEGABYTES));
    }

    Map<String, String> settings(String server) {
        if (engine.isPresent())
            return Map.of(
                    "PARLEY_SEARCH_BACKEND",
                    "opensearch",
                    "PARLEY_SEARCH_URIS",
                    engine.get().uri().toString());
        return server.equals("one")
                ? Map.of("PARLEY_SEARCH_FOLDER", disk.folder().resolve("index").toString())
                : Map.of();
    }

    /** Why the disk cannot be filled, or null. */
    public String missingDisk() {
        return engine.isPresent() ? "the index is in OpenSearch" : disk.missing();
    }

    void start() {
        engine.filter(one -> !one.isAlive()).ifPresent(OpenSearch::start);
    }

    void end() {
        engine.ifPresent(OpenSearch::kill);
        disk.unmount();
    }
}
