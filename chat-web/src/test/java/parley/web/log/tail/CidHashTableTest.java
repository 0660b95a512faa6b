package parley.web.log.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.log.rule.EntryKey;

class CidHashTableTest {

    private record Entry(EntryKey key, long pos) {}

    private final CidHashTable table = new CidHashTable();

    /** After growing, wrapping around and shrinking, the table has the same entries as a plain queue. */
    @Test
    void an_entry_is_found_until_it_is_removed_as_the_oldest() {
        var random = new Random(7);
        var held = new ArrayDeque<Entry>();
        for (int wave = 0; wave < 6; wave++) {
            int most = wave % 2 == 0 ? 20_000 : 50;
            for (int step = 0; step < 60_000; step++) {
                boolean grow = held.size() < most && random.nextInt(3) > 0;
                if (grow || held.isEmpty()) add(held, wave * 60_000L + step, random);
                else remove(held);
            }
            while (held.size() > most) remove(held);
            assertThat(table.size()).isEqualTo(held.size());
            assertThat(held)
                    .allSatisfy(entry ->
                            assertThat(table.find(entry.key).pos().value()).isEqualTo(entry.pos));
        }
    }

    @Test
    void keys_that_differ_in_one_part_are_different() {
        var key = key(1, 2, new Random(1));
        table.add(key, new Position(5), Records.BEGIN);
        assertThat(table.find(new EntryKey(new ConversationId(9), key.actor(), key.cid())))
                .isNull();
        assertThat(table.find(new EntryKey(key.conversation(), new UserId(9), key.cid())))
                .isNull();
        assertThat(table.find(new EntryKey(key.conversation(), key.actor(), Cid.at(Records.BEGIN))))
                .isNull();
        assertThat(table.find(key).ts()).isEqualTo(Records.BEGIN);
    }

    private void add(ArrayDeque<Entry> held, long pos, Random random) {
        var key = key(1 + random.nextInt(3), 1 + random.nextInt(3), random);
        table.add(key, new Position(pos), Records.BEGIN);
        held.addLast(new Entry(key, pos));
    }

    private void remove(ArrayDeque<Entry> held) {
        var gone = held.removeFirst();
        assertThat(table.oldestPos().value()).isEqualTo(gone.pos);
        table.removeOldest();
        assertThat(table.find(gone.key)).isNull();
    }

    private static EntryKey key(long conversation, long actor, Random random) {
        var cid = Cid.at(Records.BEGIN.plusMillis(random.nextInt(1000)));
        return new EntryKey(new ConversationId(conversation), new UserId(actor), cid);
    }
}
