package parley.web.search.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import parley.web.search.index.FeederPosition;
import parley.web.search.index.IndexPosition;
import parley.web.search.index.SearchIndex;

/**
 * Keeps the position of one feeder with an index that other feeders can write, too. Only one does at a time, but one
 * that was replaced while its process was paused can write a batch that is out of date. Its position comes back with
 * that batch and is noticed before the next batch; then everything since is applied again.
 */
final class PositionKeeper {

    /** Another feeder has written the index. */
    static final class Interference extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Interference(String message) {
            super(message);
        }
    }

    private final SearchIndex index;
    private final String feeder;
    private FeederPosition written;

    /** @param feeder unique among all nodes and their runs */
    PositionKeeper(SearchIndex index, String feeder) {
        this.index = index;
        this.feeder = feeder;
    }

    /** Takes the index over from whoever fed it; returns the position from which everything has to be applied. */
    Optional<IndexPosition> takeOver() {
        var found = index.positions();
        if (found.isEmpty()) return Optional.empty();
        var position = earliest(found);
        replace(found, position);
        return Optional.of(position);
    }

    /** Begins to feed an index that was built up to this position. */
    void begin(IndexPosition position) {
        replace(index.positions(), position);
    }

    private void replace(Collection<FeederPosition> before, IndexPosition position) {
        long term = before.stream().mapToLong(FeederPosition::term).max().orElse(0) + 1;
        var mine = new FeederPosition(feeder, term, position);
        index.write(mine);
        var others = new ArrayList<>(before.stream().map(FeederPosition::feeder).toList());
        others.remove(feeder);
        if (!others.isEmpty()) index.forget(others);
        written = mine;
    }

    /** A feeder that was replaced may have written less than the one after it. */
    private static IndexPosition earliest(List<FeederPosition> found) {
        var newest = found.getFirst().position();
        var same = found.stream()
                .map(FeederPosition::position)
                .filter(each -> each.topicId().equals(newest.topicId())
                        && each.epoch() == newest.epoch()
                        && each.offsets().size() == newest.offsets().size())
                .toList();
        return newest.at(IntStream.range(0, newest.offsets().size())
                .mapToLong(partition -> same.stream()
                        .mapToLong(each -> each.offset(partition))
                        .min()
                        .orElseThrow())
                .toArray());
    }

    /** @throws Interference if the index is not as this feeder left it */
    void check() {
        if (!index.positions().equals(List.of(written)))
            throw new Interference("Another node has written the search index; reading its position again.");
    }

    /** To be called after the messages before that position are written. */
    void write(IndexPosition position) {
        var next = new FeederPosition(feeder, written.term(), position);
        index.write(next);
        written = next;
    }
}
