package parley.web.search.feed;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import parley.domain.identity.FileId;
import parley.domain.message.entity.AttachedFile;
import parley.domain.message.entity.MessageView;
import parley.web.file.text.DocumentTexts;
import parley.web.search.index.SearchIndex;
import parley.web.search.query.FileTexts;

/**
 * Gives the texts of documents to the index when they are there. Until then their messages are found by everything else;
 * which ones wait is in the index, so that it survives a crash. Never waits for a text. Not thread-safe.
 */
final class TextFeed {

    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int AT_ONCE = 20;

    private final SearchIndex index;
    private final PositionKeeper keeper;
    private final Function<AttachedFile, Optional<String>> texts;
    private final LongSupplier nanos;
    private long next;

    /** @param texts gives a text if it is known by now, as {@link DocumentTexts#ask} */
    TextFeed(
            SearchIndex index,
            PositionKeeper keeper,
            Function<AttachedFile, Optional<String>> texts,
            LongSupplier nanos) {
        this.index = index;
        this.keeper = keeper;
        this.texts = texts;
        this.nanos = nanos;
        next = nanos.getAsLong();
    }

    /** @throws PositionKeeper.Interference if another feeder has written the index */
    void run() {
        if (nanos.getAsLong() - next < 0) return;
        next = nanos.getAsLong() + PERIOD.toNanos();
        var complete = complete(index.incomplete(AT_ONCE));
        if (complete.isEmpty()) return;
        keeper.check();
        index.complete(complete);
    }

    private Map<MessageView, FileTexts> complete(List<MessageView> messages) {
        var complete = new LinkedHashMap<MessageView, FileTexts>();
        for (var view : messages) {
            var known = new LinkedHashMap<FileId, String>();
            for (var file : view.files()) {
                if (DocumentTexts.isDocument(file)) texts.apply(file).ifPresent(text -> known.put(file.id(), text));
            }
            var found = new FileTexts(known);
            if (found.areComplete(view)) complete.put(view, found);
        }
        return complete;
    }
}
