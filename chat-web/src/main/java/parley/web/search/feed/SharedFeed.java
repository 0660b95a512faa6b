package parley.web.search.feed;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import parley.log.topic.LogIdentity;
import parley.web.search.index.SearchIndex;

/** Feeds an index that all nodes share while this node is elected, and otherwise watches how far the index is. */
public final class SharedFeed {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final FeederElection election;
    private final Function<BooleanSupplier, IndexFeed> feeds;
    private final FeedStatus status;

    /** @param feeds creates a feed that ends when it may not go on */
    public SharedFeed(FeederElection election, Function<BooleanSupplier, IndexFeed> feeds, FeedStatus status) {
        this.election = election;
        this.feeds = feeds;
        this.status = status;
    }

    /** Runs until {@code isStopped}. */
    public void run(LogIdentity identity, SearchIndex index, BooleanSupplier isStopped) {
        while (!isStopped.getAsBoolean()) {
            if (election.await(PERIOD)) feeds.apply(election::isElected).run(identity, index);
            else watch(index);
        }
    }

    private void watch(SearchIndex index) {
        var position = index.position();
        if (position.isEmpty()) status.isMissing("The search index is being built.");
        else
            status.follow(
                    position.get().builtAt(),
                    position.get().offsets().stream().mapToLong(Long::longValue).toArray());
    }
}
