package parley.web.tail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CidIndexTest {

    private final CidIndex index = new CidIndex(10);

    @Test
    void what_was_added_is_found_at_its_place() {
        var record = Records.at(10);
        index.add(EntryKey.of(record.entry()), record);
        assertThat(index.find(EntryKey.of(record.entry())).pos()).isEqualTo(record.pos());
        assertThat(index.find(EntryKey.of(Records.at(10).entry()))).isNull();
    }

    @Test
    void only_what_is_old_and_stored_is_forgotten() {
        for (long offset = 10; offset < 20; offset++) index.add(EntryKey.of(Records.at(offset).entry()), Records.at(offset));
        index.forget(Records.BEGIN.plusSeconds(15), 13);
        assertThat(index.coveredFrom()).isEqualTo(13);
        index.forget(Records.BEGIN.plusSeconds(15), 100);
        assertThat(index.coveredFrom()).isEqualTo(15);
        assertThat(index.size()).isEqualTo(5);
    }

    @Test
    void while_the_database_is_down_nothing_is_forgotten_however_old() {
        index.add(EntryKey.of(Records.at(10).entry()), Records.at(10));
        index.forget(Records.BEGIN.plusSeconds(1_000_000), 10);
        assertThat(index.size()).isEqualTo(1);
    }
}
