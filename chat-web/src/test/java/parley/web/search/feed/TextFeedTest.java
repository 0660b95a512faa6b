package parley.web.search.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.domain.identity.FileId;
import parley.domain.message.entity.AttachedFile;
import parley.web.search.index.IndexPosition;
import parley.web.search.index.IndexQuery;
import parley.web.search.index.MessageId;
import parley.web.search.index.SearchIndex;
import parley.web.search.index.TestIndex;
import parley.web.search.query.Condition;

class TextFeedTest {

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    private final Map<FileId, String> texts = new HashMap<>();
    private final AtomicLong nanos = new AtomicLong();
    private SearchIndex index;
    private TextFeed feed;

    @BeforeEach
    void open() {
        index = TestIndex.empty(folder);
        var keeper = new PositionKeeper(index, "me");
        keeper.begin(new IndexPosition("topic", 0, TIME, List.of(0L)));
        feed = new TextFeed(index, keeper, file -> Optional.ofNullable(texts.get(file.id())), nanos::get);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void a_message_is_found_by_its_documents_when_all_texts_are_there() {
        var view = TestIndex.messageWith(file(4, "application/pdf"), file(5, "text/plain"), file(6, "image/png"));
        index.write(List.of(view));
        run();
        assertThat(found("boiler")).isEmpty();
        assertThat(found("document")).containsExactly(MessageId.of(view));
        texts.put(new FileId(4), "The boiler");
        run();
        assertThat(found("boiler")).isEmpty();
        texts.put(new FileId(5), "");
        run();
        assertThat(found("boiler")).containsExactly(MessageId.of(view));
        assertThat(index.incomplete(10)).isEmpty();
    }

    private void run() {
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        feed.run();
    }

    private List<MessageId> found(String word) {
        var text = new IndexQuery.Filter.Text(new Condition.Text(List.of(word), false, Set.of()));
        var query = new IndexQuery(
                List.of(new IndexQuery.Part(text, false)), new IndexQuery.Scope(Set.of(1L), Map.of()), null, 10);
        return index.search(query).messages().stream().map(MessageId::of).toList();
    }

    private static AttachedFile file(long id, String type) {
        return new AttachedFile(new FileId(id), "document " + id, 9, type, null);
    }
}
