package parley.web.search.index;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The index of a test: in a folder, or in the OpenSearch of {@code -Dsearch.opensearch=http://localhost:9200}. */
public final class TestIndex {

    private static final String URI = System.getProperty("search.opensearch");

    private TestIndex() {}

    public static SearchIndex open(Path folder) {
        return HibernateSearchIndex.open(
                URI == null
                        ? Map.of("type", "lucene", "lucene_version", "LATEST", "directory.root", folder.toString())
                        : Map.of("type", "elasticsearch", "uris", List.of(URI)));
    }

    /** Without anything that an earlier test left. */
    public static SearchIndex empty(Path folder) {
        var index = open(folder);
        index.clear();
        return index;
    }
}
