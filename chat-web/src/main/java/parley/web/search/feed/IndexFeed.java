package parley.web.search.feed;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import parley.domain.message.entity.MessageKey;
import parley.domain.message.entity.MessageView;
import parley.log.topic.LogIdentity;
import parley.log.topic.Topics;
import parley.web.log.connection.AssignedPartitionReader;
import parley.web.search.index.IndexPosition;
import parley.web.search.index.SearchIndex;

/** Keeps an index complete: builds it if necessary, and then follows the log. */
public final class IndexFeed {

    private static final System.Logger LOG = System.getLogger(IndexFeed.class.getName());

    private final Supplier<AssignedPartitionReader> readers;
    private final BiFunction<MessageKey, Integer, List<MessageView>> messages;
    private final Function<LogIdentity, IndexPosition> stored;
    private final InstantSource clock;
    private final FeedStatus status;

    private volatile AssignedPartitionReader reader;
    private volatile boolean stopped;
    private volatile boolean mustBuild;

    /**
     * @param messages all stored messages: {@link parley.domain.message.boundary.AllMessages#after}
     * @param stored gives up to where a log is stored
     */
    public IndexFeed(
            Supplier<AssignedPartitionReader> readers,
            BiFunction<MessageKey, Integer, List<MessageView>> messages,
            Function<LogIdentity, IndexPosition> stored,
            InstantSource clock,
            FeedStatus status) {
        this.readers = readers;
        this.messages = messages;
        this.stored = stored;
        this.clock = clock;
        this.status = status;
    }

    /** Feeds the index until {@link #stop}. */
    public void run(LogIdentity identity, SearchIndex index) {
        while (!stopped) {
            var position = known(identity, index).or(() -> Optional.ofNullable(build(identity, index)));
            if (position.isEmpty()) return;
            follow(identity, index, position.get());
        }
    }

    private Optional<IndexPosition> known(LogIdentity identity, SearchIndex index) {
        if (mustBuild) return Optional.empty();
        return index.position()
                .filter(position -> position.topicId().equals(identity.topicId())
                        && position.epoch() == identity.epoch()
                        && position.offsets().size() == identity.partitions());
    }

    private IndexPosition build(LogIdentity identity, SearchIndex index) {
        LOG.log(System.Logger.Level.INFO, "Building the search index from the database.");
        status.isMissing("The search index is being built.");
        mustBuild = false;
        var build = new IndexBuild(
                index,
                messages,
                () -> stopped,
                count -> status.isMissing("The search index is being built; it has %d messages.".formatted(count)));
        var position = build.run(() -> stored.apply(identity));
        if (position != null)
            LOG.log(System.Logger.Level.INFO, "The search index has {0} messages; reading the log.", index.size());
        return position;
    }

    private void follow(LogIdentity identity, SearchIndex index, IndexPosition position) {
        var mine = readers.get();
        reader = mine;
        if (stopped) mine.close();
        try {
            var partitions = IntStream.range(0, identity.partitions())
                    .mapToObj(p -> new TopicPartition(Topics.MESSAGES, p))
                    .toList();
            var start = new FeedStart(mine, partitions);
            if (!start.isWithin(position)) {
                LOG.log(System.Logger.Level.WARNING, "The log does not have the place of the search index any more.");
                mustBuild = true;
                return;
            }
            mine.assign(start.offsets(position, clock.instant()));
            var feed = new LogFeed(index, position);
            status.moveTo(feed.next());
            mine.run(records -> {
                if (mustBuild) mine.close();
                else if (feed.take(records) > 0) status.moveTo(feed.next());
            });
        } catch (InvalidOffsetException lost) {
            LOG.log(System.Logger.Level.WARNING, "The log does not have the place of the search index.", lost);
            mustBuild = true;
        } finally {
            mine.discard();
        }
    }

    /** The index is built again, from now on. */
    public void rebuild() {
        mustBuild = true;
        status.isMissing("The search index is being built.");
        var current = reader;
        if (current != null) current.close();
    }

    public void stop() {
        stopped = true;
        var current = reader;
        if (current != null) current.close();
    }
}
