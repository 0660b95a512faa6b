package parley.web.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.Mentions;
import parley.domain.message.entity.MessageView;
import parley.web.search.query.Condition;
import parley.web.search.query.SearchQueryParser;

/**
 * Measures the index by itself; {@code -Dsearch.figures=1000000} is the number of messages. Half of the caller's 5,000
 * conversations are in the scope of each query.
 */
@EnabledIfSystemProperty(named = "search.figures", matches = "[0-9]+")
class SearchFiguresTest {

    private static final int CONVERSATIONS = 10_000;
    private static final int BATCH = 2_000;
    private static final int VOCABULARY = 50_000;
    private static final int QUERIES = 300;
    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");

    private final Random random = new Random(1);

    @TempDir
    Path folder;

    @Test
    void figures() throws IOException {
        int count = Integer.getInteger("search.figures");
        var report = new StringBuilder("| what | figure |\n|---|---|\n");
        try (var index = TestIndex.empty(folder)) {
            long begun = System.nanoTime();
            for (int from = 0; from < count; from += BATCH) index.write(batch(from, Math.min(count, from + BATCH)));
            double seconds = (System.nanoTime() - begun) / 1e9;
            line(report, "messages", "%,d".formatted(count));
            line(report, "indexing, messages/s in batches of 2,000", "%,.0f".formatted(count / seconds));
            line(report, "size of the index, MB", "%.0f".formatted(size() / 1e6));
            long one = System.nanoTime();
            for (int i = 0; i < 50; i++) index.write(batch(count + i, count + i + 1));
            line(report, "one message until it is found, ms", "%.1f".formatted((System.nanoTime() - one) / 50e6));
            var scope = new HashSet<Long>();
            LongStream.rangeClosed(1, CONVERSATIONS / 2).forEach(id -> scope.add(2 * id));
            for (var kind : Map.of(
                            "a rare word", "w%d",
                            "a frequent word", "w1",
                            "two words", "w2 w%d",
                            "a phrase", "\"w1 w2\"",
                            "a prefix", "w%d*",
                            "a word and an excluded one", "w3 -w1")
                    .entrySet()) {
                line(report, kind.getKey() + ", p50 and p99 in ms", measured(index, kind.getValue(), scope));
            }
        }
        var file = Path.of("target", "search-figures.md");
        Files.writeString(file, report);
    }

    private String measured(SearchIndex index, String form, HashSet<Long> scope) {
        var millis = new ArrayList<Double>();
        for (int i = 0; i < QUERIES; i++) {
            var text = form.replace("%d", Integer.toString(100 + random.nextInt(5_000)));
            long begun = System.nanoTime();
            index.search(new IndexQuery(parts(text), new IndexQuery.Scope(scope, Map.of()), null, 51));
            if (i >= QUERIES / 3) millis.add((System.nanoTime() - begun) / 1e6);
        }
        millis.sort(null);
        return "%.1f, %.1f".formatted(millis.get(millis.size() / 2), millis.get(millis.size() * 99 / 100));
    }

    private static List<IndexQuery.Part> parts(String text) {
        return SearchQueryParser.parse(text).parts().stream()
                .map(part -> new IndexQuery.Part(
                        new IndexQuery.Filter.Text((Condition.Text) part.condition()), part.isExcluded()))
                .toList();
    }

    private List<MessageView> batch(int from, int to) {
        var batch = new ArrayList<MessageView>();
        for (int i = from; i < to; i++) {
            batch.add(new MessageView(
                    new ConversationId(1 + random.nextInt(CONVERSATIONS)),
                    new Position(i),
                    Cid.at(TIME),
                    new UserId(1 + random.nextInt(2_000)),
                    TIME.plusMillis(i * 100L),
                    text(),
                    null,
                    null,
                    Mentions.NONE,
                    null,
                    null,
                    false,
                    List.of(),
                    null));
        }
        return batch;
    }

    /** Five to twenty-five words; as in languages, some are much more frequent than others. */
    private String text() {
        var text = new StringBuilder();
        int words = 5 + random.nextInt(20);
        for (int i = 0; i < words; i++) {
            double rank = Math.exp(random.nextDouble() * Math.log(VOCABULARY));
            text.append(i == 0 ? "w" : " w").append((int) rank);
        }
        return text.toString();
    }

    private long size() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void line(StringBuilder report, String what, String figure) {
        report.append("| ").append(what).append(" | ").append(figure).append(" |\n");
    }
}
