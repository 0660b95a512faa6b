package parley.web.search.index;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.AttachedFile;
import parley.domain.message.entity.Mentions;
import parley.domain.message.entity.MessageView;

/** The index of a test: in a folder, or in the OpenSearch of {@code -Dsearch.opensearch=http://localhost:9200}. */
public final class TestIndex {

    private static final String URI = System.getProperty("search.opensearch");

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");

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

    /** A message without text, of conversation 1 and at position 5. */
    public static MessageView messageWith(AttachedFile... files) {
        return new MessageView(
                new ConversationId(1),
                new Position(5),
                Cid.at(TIME),
                new UserId(7),
                TIME,
                "",
                null,
                null,
                Mentions.NONE,
                List.of(files),
                null,
                null,
                false,
                List.of(),
                null);
    }
}
