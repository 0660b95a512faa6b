package parley.web.search;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import parley.domain.log.boundary.LogPositions;
import parley.domain.message.boundary.AllMessages;
import parley.domain.refusal.Refused;
import parley.log.topic.LogIdentity;
import parley.web.file.text.DocumentTexts;
import parley.web.log.connection.AssignedPartitionReader;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.EndOffsets;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.role.NodeRole;
import parley.web.platform.runtime.ScheduledTask;
import parley.web.search.feed.FeedStatus;
import parley.web.search.feed.FeederElection;
import parley.web.search.feed.IndexFeed;
import parley.web.search.feed.SharedFeed;
import parley.web.search.index.HibernateSearchIndex;
import parley.web.search.index.IndexPosition;
import parley.web.search.index.SearchIndex;

/** The search index of this node, from its start to its end. */
@ApplicationScoped
public class SearchNode {

    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int BATCH_BYTES = 1_000_000;
    private static final int BATCH_MILLIS = 500;

    @Inject
    SearchSettings settings;

    @Inject
    NodeRole role;

    @Inject
    LogConnection log;

    @Inject
    LogClock clock;

    @Inject
    EndOffsets ends;

    @Inject
    DatabaseGateway database;

    @Inject
    SearchNotices notices;

    @Inject
    LogPositions positions;

    @Inject
    AllMessages messages;

    @Inject
    DocumentTexts texts;

    private final FeedStatus status = new FeedStatus(System::nanoTime);
    private volatile SearchIndex index;
    private volatile IndexFeed feed;
    private volatile boolean closed;

    /** Whether this node has an index: one that serves no REST has no use for it. */
    public boolean isOn() {
        boolean isOn = settings.isOn() && role.hasRest();
        if (!isOn) status.turnOff();
        return isOn;
    }

    /** Opens the index and feeds it until the node stops. */
    public void run(LogIdentity identity) {
        try (var opened = HibernateSearchIndex.open(settings.properties())) {
            feed(identity, opened);
        } catch (RuntimeException failed) {
            status.isMissing("The search index cannot be used now.");
            throw failed;
        }
    }

    /** Nobody uses the index after it is closed. */
    private void feed(LogIdentity identity, SearchIndex opened) {
        try {
            index = opened;
            if (settings.isShared()) share(identity, opened);
            else feed(() -> true).run(identity, opened);
        } finally {
            index = null;
        }
    }

    private void share(LogIdentity identity, SearchIndex opened) {
        try (var election = new FeederElection(log.reader("parley-search-feeder"), System::nanoTime)) {
            new SharedFeed(election, this::feed, status).run(identity, opened, () -> closed);
        }
    }

    private IndexFeed feed(BooleanSupplier mayFeed) {
        var mine = new IndexFeed(
                () -> new AssignedPartitionReader(reader()),
                (after, limit) -> database.inBackground(() -> messages.after(after, limit)),
                this::stored,
                clock::instant,
                notices::rebuildAsked,
                status,
                texts::ask,
                log.origin(),
                mayFeed);
        feed = mine;
        if (closed) mine.stop();
        return mine;
    }

    /** Each batch is committed to the index and synced to the disk, so the broker waits for more than one record. */
    private Map<String, Object> reader() {
        var properties = log.reader("parley-search");
        properties.put("fetch.min.bytes", BATCH_BYTES);
        properties.put("fetch.max.wait.ms", BATCH_MILLIS);
        return properties;
    }

    /** Partitions that the persister has not begun are read from their beginning. */
    private IndexPosition stored(LogIdentity identity) {
        var began = clock.instant();
        var offsets = new long[identity.partitions()];
        database.inBackground(positions::all).stream()
                .filter(position -> position.topicId().equals(identity.topicId())
                        && position.epoch() == identity.epoch()
                        && position.partition() < offsets.length)
                .forEach(position -> offsets[position.partition()] = position.nextOffset());
        return new IndexPosition(
                identity.topicId(),
                identity.epoch(),
                began,
                LongStream.of(offsets).boxed().toList());
    }

    @Produces
    ScheduledTask progress() {
        return ScheduledTask.quick("search progress", PERIOD, this::look);
    }

    private void look() {
        if (status.isFed()) ends.now().thenAccept(status::recordEnds);
    }

    public FeedStatus status() {
        return status;
    }

    /** Counts the messages in the index, which may wait for a search engine; 0 if it is not open. */
    long documents() {
        var opened = index;
        return opened == null ? 0 : opened.size();
    }

    /** @throws Refused {@code unavailable} if it is not open */
    SearchIndex index() {
        var opened = index;
        if (opened == null) throw Refused.unavailable(status.fault(), null);
        return opened;
    }

    @PreDestroy
    void close() {
        closed = true;
        if (feed != null) feed.stop();
    }
}
