package parley.web.log.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Position;
import parley.domain.message.entity.AppendResult;
import parley.log.rule.ChangeTarget;
import parley.log.rule.EntryKey;

class CidIndexTest {

    private static final int MAX = 1_000;
    private static final Instant MUCH_LATER = Records.BEGIN.plusSeconds(1_000_000);

    private final CidIndex index = new CidIndex(10);

    /** One message every 100 seconds, from offset and second 1,000 on. */
    private void tenMessages() {
        for (long offset = 1_000; offset < 2_000; offset += 100) add(offset);
    }

    private EntryKey add(long offset) {
        var record = Records.at(offset);
        var key = EntryKey.of(record.entry());
        index.add(key, record);
        return key;
    }

    @Test
    void an_entry_is_found_with_its_position() {
        var record = Records.at(10);
        index.add(EntryKey.of(record.entry()), record);
        assertThat(index.find(EntryKey.of(record.entry())).pos()).isEqualTo(record.pos());
        assertThat(index.find(EntryKey.of(Records.at(10).entry()))).isNull();
    }

    @Test
    void only_old_and_stored_entries_are_forgotten() {
        tenMessages();
        index.forget(Records.BEGIN.plusSeconds(1_500), 1_300, MAX);
        assertThat(index.coveredFrom()).isEqualTo(1_201);
        index.forget(Records.BEGIN.plusSeconds(1_500), 10_000, MAX);
        assertThat(index.coveredFrom()).isEqualTo(1_401);
        assertThat(index.size()).isEqualTo(5);
    }

    @Test
    void while_the_database_is_down_old_entries_stay_as_long_as_memory_allows() {
        tenMessages();
        index.forget(MUCH_LATER, 1_000, 10);
        assertThat(index.coveredFrom()).isEqualTo(10);
        index.forget(MUCH_LATER, 1_000, 4);
        assertThat(index.size()).isEqualTo(4);
        assertThat(index.coveredFrom()).isEqualTo(1_501);
    }

    @Test
    void within_the_window_nothing_is_forgotten_even_if_memory_is_short() {
        tenMessages();
        index.forget(Records.BEGIN.plusSeconds(1_000), 2_000, 0);
        assertThat(index.size()).isEqualTo(10);
    }

    /** A node that was suspended reads a repeat long after it was appended. */
    @Test
    void a_repeat_that_was_in_flight_is_recognized_however_late_it_is_read() {
        var key = add(1_000);
        add(1_030);
        index.forget(MUCH_LATER, 1_031, 0);
        assertThat(index.firstBefore(new Position(1_040), key).pos()).isEqualTo(new Position(1_000));
    }

    /** Records that are not stored are read from the log again for a page. */
    @Test
    void an_entry_is_known_until_its_repeats_that_were_in_flight_are_stored() {
        var key = add(1_000);
        add(1_030);
        add(1_200);
        index.forget(MUCH_LATER, 1_010, MAX);
        assertThat(index.find(key)).isNotNull();
        index.forget(MUCH_LATER, 1_031, MAX);
        assertThat(index.find(key)).isNull();
    }

    @Test
    void a_revoke_stays_known_until_the_database_has_it() {
        var revoke = Records.revoke(1_000, 3);
        index.add(EntryKey.of(revoke.entry()), revoke);
        add(1_100);
        index.forget(MUCH_LATER, 1_000, 0);
        assertThat(index.isRevoked(Records.CONVERSATION, new Position(3))).isTrue();
        index.forget(MUCH_LATER, 1_001, 0);
        assertThat(index.isRevoked(Records.CONVERSATION, new Position(3))).isFalse();
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
