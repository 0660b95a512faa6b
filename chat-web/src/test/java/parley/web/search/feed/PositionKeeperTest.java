package parley.web.search.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.web.search.index.IndexPosition;
import parley.web.search.index.SearchIndex;
import parley.web.search.index.TestIndex;

class PositionKeeperTest {

    private static final IndexPosition START =
            new IndexPosition("topic", 0, Instant.parse("2026-03-01T10:00:00Z"), List.of(5L, 5L));

    @TempDir
    Path folder;

    private SearchIndex index;
    private PositionKeeper before;
    private PositionKeeper after;

    @BeforeEach
    void open() {
        index = TestIndex.empty(folder);
        before = new PositionKeeper(index, "before");
        after = new PositionKeeper(index, "after");
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void an_index_that_is_not_built_has_no_position() {
        assertThat(before.takeOver()).isEmpty();
    }

    @Test
    void a_feeder_continues_where_the_one_before_ended() {
        before.begin(START);
        before.check();
        before.write(START.at(new long[] {6, 7}));
        before.check();
        assertThat(after.takeOver()).contains(START.at(new long[] {6, 7}));
        after.check();
    }

    @Test
    void a_feeder_that_was_replaced_notices_it() {
        before.begin(START);
        after.takeOver();
        assertThatExceptionOfType(PositionKeeper.Interference.class).isThrownBy(before::check);
    }

    @Test
    void what_a_replaced_feeder_wrote_late_is_noticed_and_applied_again_from_there() {
        before.begin(START);
        after.takeOver();
        after.write(START.at(new long[] {9, 9}));
        before.write(START.at(new long[] {6, 10}));
        assertThatExceptionOfType(PositionKeeper.Interference.class).isThrownBy(after::check);
        assertThat(after.takeOver()).contains(START.at(new long[] {6, 9}));
        after.check();
    }

    @Test
    void an_index_that_was_deleted_is_noticed() {
        before.begin(START);
        index.clear();
        assertThatExceptionOfType(PositionKeeper.Interference.class).isThrownBy(before::check);
    }
}
