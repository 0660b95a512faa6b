package parley.web.search.feed;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import parley.domain.message.boundary.AllMessages;
import parley.domain.message.entity.MessageKey;
import parley.domain.message.entity.MessageView;
import parley.web.search.index.IndexPosition;
import parley.web.search.index.SearchIndex;

/**
 * Builds the index from the database. Its place has to be written at the end, so a build that does not come to its end
 * begins again.
 */
final class IndexBuild {

    private static final int PAGE = 2_000;

    private final SearchIndex index;
    private final BiFunction<MessageKey, Integer, List<MessageView>> messages;
    private final BooleanSupplier isStopped;
    private final LongConsumer progress;

    /**
     * @param messages as {@link AllMessages#after}
     * @param progress is told the number of messages so far
     */
    IndexBuild(
            SearchIndex index,
            BiFunction<MessageKey, Integer, List<MessageView>> messages,
            BooleanSupplier isStopped,
            LongConsumer progress) {
        this.index = index;
        this.messages = messages;
        this.isStopped = isStopped;
        this.progress = progress;
    }

    /**
     * @param stored gives up to where the log is stored; asked before the messages, so that a change that is stored
     *     while they are read is read again from the log
     * @return the place from which the log has to be read; null if the build was stopped
     */
    IndexPosition run(Supplier<IndexPosition> stored) {
        var position = stored.get();
        index.clear();
        var after = AllMessages.START;
        long count = 0;
        List<MessageView> page;
        do {
            if (isStopped.getAsBoolean()) return null;
            page = messages.apply(after, PAGE);
            index.write(page);
            if (!page.isEmpty())
                after = MessageKey.of(
                        page.getLast().conversation(), page.getLast().pos());
            count += page.size();
            progress.accept(count);
        } while (page.size() == PAGE);
        return position;
    }
}
