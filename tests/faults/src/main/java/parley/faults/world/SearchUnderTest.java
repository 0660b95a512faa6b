package parley.faults.world;

import java.util.Map;
import java.util.Optional;
import parley.cluster.server.Disk;
import parley.cluster.server.OpenSearch;
import parley.cluster.server.TestPaths;

/**
 * Where messages are indexed: with Lucene on each node, or with {@code -Dfaults.search=opensearch} in one OpenSearch for
 * all nodes.
 *
 * @param disk of the index of the first node, or of OpenSearch
 * @param engine empty with Lucene
 */
public record SearchUnderTest(Optional<OpenSearch> engine, Disk disk) {

    private static final int DISK_MEGABYTES = 800;

    static SearchUnderTest wanted() {
        var backend = System.getProperty("faults.search", "lucene");
        var disk = Disk.at(TestPaths.WORLD.resolve("index-disk"), DISK_MEGABYTES);
        return new SearchUnderTest(
                backend.equals("opensearch")
                        ? Optional.of(new OpenSearch("opensearch", disk.folder()))
                        : Optional.empty(),
                disk);
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

    /** Makes space again, and has OpenSearch try again what it gave up. */
    public void freeDisk() {
        disk.free();
        engine.filter(OpenSearch::isAlive).ifPresent(OpenSearch::retryFailedShards);
    }

    void start() {
        engine.filter(one -> !one.isAlive()).ifPresent(OpenSearch::start);
    }

    void end() {
        engine.ifPresent(OpenSearch::kill);
        disk.unmount();
    }
}
