package parley.web.log.tail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.domain.identity.Position;
import parley.domain.message.entity.AppendResult;
import parley.log.rule.ChangeTarget;
import parley.log.rule.EntryKey;

class CidIndexTest {

    private static final int MAX = 1_000;

    private final CidIndex index = new CidIndex(10);

    @Test
    void an_entry_is_found_with_its_position() {
        var record = Records.at(10);
        index.add(EntryKey.of(record.entry()), record);
        assertThat(index.find(EntryKey.of(record.entry())).pos()).isEqualTo(record.pos());
        assertThat(index.find(EntryKey.of(Records.at(10).entry()))).isNull();
    }

    @Test
    void only_old_and_stored_entries_are_forgotten() {
        for (long offset = 10; offset < 20; offset++)
            index.add(EntryKey.of(Records.at(offset).entry()), Records.at(offset));
        index.forget(Records.BEGIN.plusSeconds(15), 13, MAX);
        assertThat(index.coveredFrom()).isEqualTo(13);
        index.forget(Records.BEGIN.plusSeconds(15), 100, MAX);
        assertThat(index.coveredFrom()).isEqualTo(15);
        assertThat(index.size()).isEqualTo(5);
    }

    @Test
    void while_the_database_is_down_old_entries_stay_as_long_as_memory_allows() {
        for (long offset = 10; offset < 20; offset++)
            index.add(EntryKey.of(Records.at(offset).entry()), Records.at(offset));
        var muchLater = Records.BEGIN.plusSeconds(1_000_000);
        index.forget(muchLater, 10, 10);
        assertThat(index.coveredFrom()).isEqualTo(10);
        index.forget(muchLater, 10, 4);
        assertThat(index.size()).isEqualTo(4);
        assertThat(index.coveredFrom()).isEqualTo(16);
    }

    @Test
    void within_the_window_nothing_is_forgotten_even_if_memory_is_short() {
        for (long offset = 10; offset < 20; offset++)
            index.add(EntryKey.of(Records.at(offset).entry()), Records.at(offset));
        index.forget(Records.BEGIN.plusSeconds(10), 20, 0);
        assertThat(index.size()).isEqualTo(10);
    }

    @Test
    void a_revoke_stays_known_until_the_database_has_it() {
        var revoke = Records.revoke(10, 3);
        index.add(EntryKey.of(revoke.entry()), revoke);
        var muchLater = Records.BEGIN.plusSeconds(1_000_000);
        index.forget(muchLater, 10, 0);
        assertThat(index.isRevoked(Records.CONVERSATION, new Position(3))).isTrue();
        index.forget(muchLater, 11, 0);
        assertThat(index.isRevoked(Records.CONVERSATION, new Position(3))).isFalse();
        assertThat(index.size()).isZero();
    }

    @Test
    void only_earlier_entries_count_for_a_record() {
        var message = Records.at(10);
        var revoke = Records.revoke(11, 3);
        var key = EntryKey.of(message.entry());
        var target = new ChangeTarget(Records.CONVERSATION, new Position(3));
        index.add(key, message);
        index.add(EntryKey.of(revoke.entry()), revoke);
        assertThat(index.firstBefore(new Position(11), key))
                .isEqualTo(new AppendResult(new Position(10), message.appendedAt()));
        assertThat(index.firstBefore(new Position(10), key)).isNull();
        assertThat(index.first(key, new Position(11))).isEqualTo(new Position(10));
        assertThat(index.first(key, new Position(10))).isNull();
        assertThat(index.isRevoked(target, new Position(12))).isTrue();
        assertThat(index.isRevoked(target, new Position(9))).isFalse();
    }
}
