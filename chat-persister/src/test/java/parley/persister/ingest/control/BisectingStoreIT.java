package parley.persister.ingest.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.domain.message.entity.Mentions;
import parley.log.topic.LogIdentity;
import parley.persister.container.LogSequence;
import parley.persister.container.StoreApplication;
import parley.persister.container.StoreTables;
import parley.persister.store.boundary.BatchStore;
import parley.persister.store.entity.WriteResult;

/** Which errors of a real database are errors of the data. */
@ExtendWith(ArquillianExtension.class)
class BisectingStoreIT {

    private static final LogIdentity LOG = new LogIdentity("topic", 12, 0);
    private static final int PARTITION = 3;

    @Inject
    BatchStore batches;

    @Inject
    StoreTables tables;

    private final List<String> deadLetters = new ArrayList<>();
    private final List<Long> commits = new ArrayList<>();
    private LogSequence log;
    private BisectingStore store;

    @Deployment
    static WebArchive archive() {
        return StoreApplication.archive()
                .addClasses(
                        BisectingStore.class,
                        BisectingStore.DeadLetterSink.class,
                        BisectingStore.CommitListener.class,
                        DataError.class,
                        FailureReason.class);
    }

    @BeforeEach
    void an_empty_database_with_one_conversation() throws SQLException {
        tables.clear();
        log = new LogSequence(LOG, PARTITION, tables.conversation(PARTITION, LOG.partitions()));
        store = new BisectingStore(
                batches,
                LOG,
                (record, reason) -> deadLetters.add(record.offset() + " " + reason),
                (partition, stored) -> commits.add(stored.nextOffset()));
    }

    @Test
    void an_unreadable_record_is_parked_and_the_others_are_stored() throws SQLException {
        log.message("one").unreadable().message("two").message("three");
        assertThat(store.store(log.all())).isInstanceOf(WriteResult.Stored.class);
        assertThat(deadLetters).singleElement().asString().startsWith("1 ");
        assertStored("0 1 one", "2 2 two", "3 3 three");
        assertThat(tables.select("SELECT log_offset, why FROM log_repeat")).containsExactly("1 parked");
    }

    @Test
    void a_batch_that_mentions_everyone_often_is_stored_in_several_transactions() throws SQLException {
        var everyone = Mentions.of(List.of(), Mentions.Everyone.CHANNEL);
        for (int i = 0; i < 120; i++) log.message("@channel", everyone).message("nobody");
        log.edit(1, "@channel", everyone);
        assertThat(store.store(log.all())).isInstanceOf(WriteResult.Stored.class);
        assertThat(deadLetters).isEmpty();
        assertThat(commits).containsExactly(100L, 200L, 241L);
        assertThat(tables.select("SELECT COUNT(*) FROM mention")).containsExactly("121");
    }

    @Test
    void a_value_that_the_database_refuses_is_found_by_bisecting_and_parked() throws SQLException {
        log.message("one")
                .message("two")
                .reaction(0, "x".repeat(65))
                .message("three")
                .message("four");
        assertThat(store.store(log.all())).isInstanceOf(WriteResult.Stored.class);
        assertThat(deadLetters).singleElement().asString().startsWith("2 SQLState 22");
        assertStored("0 1 one", "1 2 two", "3 3 three", "4 4 four");
        assertThat(tables.select("SELECT COUNT(*) FROM message_event")).containsExactly("0");
        assertThat(tables.select("SELECT log_offset, why FROM log_repeat")).containsExactly("2 parked");
    }

    private void assertStored(String... messages) throws SQLException {
        assertThat(tables.select("SELECT log_offset, seq, body FROM message ORDER BY pos"))
                .containsExactly(messages);
        assertThat(tables.select("SELECT next_offset FROM log_position"))
                .containsExactly(Integer.toString(log.all().size()));
    }
}
