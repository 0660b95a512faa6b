package parley.web.search.feed;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import parley.domain.message.entity.AttachedFile;
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
    private final Supplier<Instant> rebuildAsked;
    private final FeedStatus status;

    private final Function<AttachedFile, Optional<String>> texts;
    private final String feeder;
    private final BooleanSupplier mayFeed;

    private volatile AssignedPartitionReader reader;
    private volatile boolean stopped;
    /** Whether the log does not have the place of the index. */
    private boolean mustBuild;

    /**
     * @param messages all stored messages: {@link parley.domain.message.boundary.AllMessages#after}
     * @param stored gives up to where a log is stored, for an index whose build begins now
     * @param rebuildAsked an index whose build began before this time is built again
     * @param texts of documents: {@link parley.web.file.text.DocumentTexts#ask}
     * @param feeder unique among all nodes and their runs
     * @param mayFeed asked often, by the thread that feeds; false ends feeding
     */
    public IndexFeed(
            Supplier<AssignedPartitionReader> readers,
            BiFunction<MessageKey, Integer, List<MessageView>> messages,
            Function<LogIdentity, IndexPosition> stored,
            InstantSource clock,
            Supplier<Instant> rebuildAsked,
            FeedStatus status,
            Function<AttachedFile, Optional<String>> texts,
            String feeder,
            BooleanSupplier mayFeed) {
        this.readers = readers;
        this.messages = messages;
        this.stored = stored;
        this.clock = clock;
        this.rebuildAsked = rebuildAsked;
        this.status = status;
        this.texts = texts;
        this.feeder = feeder;
        this.mayFeed = mayFeed;
    }

    /** Feeds the index until {@link #stop}, or until it may not any more. */
    public void run(LogIdentity identity, SearchIndex index) {
        while (isWanted()) {
            var keeper = new PositionKeeper(index, feeder);
            var position = known(identity, keeper).or(() -> build(identity, index, keeper));
            if (position.isEmpty()) return;
            try {
                follow(identity, index, keeper, position.get());
            } catch (PositionKeeper.Interference other) {
                LOG.log(System.Logger.Level.WARNING, other.getMessage());
            }
        }
    }

    private boolean isWanted() {
        return !stopped && mayFeed.getAsBoolean();
    }

    private Optional<IndexPosition> known(LogIdentity identity, PositionKeeper keeper) {
        if (mustBuild) return Optional.empty();
        return keeper.takeOver()
                .filter(position -> position.topicId().equals(identity.topicId())
                        && position.epoch() == identity.epoch()
                        && position.offsets().size() == identity.partitions()
                        && !isOutdated(position));
    }

    private boolean isOutdated(IndexPosition position) {
        return position.builtAt().isBefore(rebuildAsked.get());
    }

    private Optional<IndexPosition> build(LogIdentity identity, SearchIndex index, PositionKeeper keeper) {
        LOG.log(System.Logger.Level.INFO, "Building the search index from the database.");
        status.isMissing("The search index is being built.");
        mustBuild = false;
        var build = new IndexBuild(
                index,
                messages,
                () -> !isWanted(),
                count -> status.isMissing("The search index is being built; it has %d messages.".formatted(count)));
        var position = build.run(() -> stored.apply(identity));
        if (position == null) return Optional.empty();
        keeper.begin(position);
        LOG.log(System.Logger.Level.INFO, "The search index has {0} messages; reading the log.", index.size());
        return Optional.of(position);
    }

    private void follow(LogIdentity identity, SearchIndex index, PositionKeeper keeper, IndexPosition position) {
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
            var feed = new LogFeed(index, keeper, position);
            var documents = new TextFeed(index, keeper, texts, System::nanoTime);
            status.follow(position.builtAt(), feed.next());
            mine.run(records -> {
                if (isOutdated(position) || !isWanted()) {
                    mine.close();
                    return;
                }
                if (feed.take(records) > 0) status.moveTo(feed.next());
                documents.run();
            });
        } catch (InvalidOffsetException lost) {
            LOG.log(System.Logger.Level.WARNING, "The log does not have the place of the search index.", lost);
            mustBuild = true;
        } finally {
            mine.discard();
        }
    }

    public void stop() {
        stopped = true;
        var current = reader;
        if (current != null) current.close();
    }
}
