package parley.persister.store.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.domain.group.AttributeChange;
import parley.domain.group.ReadLimit;
import parley.domain.identity.Cid;
import parley.domain.identity.UserId;
import parley.domain.message.entity.Mentions;
import parley.log.topic.LogIdentity;
import parley.persister.container.LogSequence;
import parley.persister.container.StoreApplication;
import parley.persister.container.StoreTables;
import parley.persister.store.entity.BatchCounts;
import parley.persister.store.entity.LogMismatch;
import parley.persister.store.entity.PartitionBatch;
import parley.persister.store.entity.RepairResult;
import parley.persister.store.entity.ReplayResult;
import parley.persister.store.entity.UnstorableRecord;
import parley.persister.store.entity.WriteResult;

/** The store's statements and transactions, on a real database. */
@ExtendWith(ArquillianExtension.class)
class BatchStoreIT {

    private static final LogIdentity LOG = new LogIdentity("topic", 12, 0);
    private static final int PARTITION = 3;
    private static final String NEXT_OFFSETS =
            "SELECT log_partition, topic_id, epoch, next_offset FROM log_position ORDER BY log_partition";
    private static final String MESSAGES = "SELECT log_offset, seq, state, body FROM message ORDER BY pos";
    private static final String MENTIONS = "SELECT pos, user_id FROM mention ORDER BY pos, user_id";
    private static final String PLACES =
            "SELECT user_id, read_pos, sent_pos, back_at, seen_pos FROM membership ORDER BY user_id";
    private static final String JOINED =
            "SELECT user_id, joined_version, joined_pos, read_pos FROM membership ORDER BY user_id";
    private static final String SKIPPED = "SELECT log_offset, why, first_pos FROM log_repeat ORDER BY log_offset";

    @Inject
    BatchStore store;

    @Inject
    StoreTables tables;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService threads;

    private LogSequence log;

    @Deployment
    static WebArchive archive() {
        return StoreApplication.archive();
    }

    @BeforeEach
    void an_empty_database_with_one_conversation() throws SQLException {
        tables.clear();
        log = new LogSequence(LOG, PARTITION, tables.conversation(PARTITION, LOG.partitions()));
    }

    @Test
    void rows_and_next_offset_commit_together() throws SQLException {
        log.message("one").message("two");
        assertThat(store(log.all())).isEqualTo(stored(2, 2));
        assertThat(tables.select(MESSAGES)).containsExactly("0 1 0 one", "1 2 0 two");
        assertThat(tables.select(NEXT_OFFSETS)).containsExactly("3 topic 0 2");
        assertThat(tables.select("SELECT last_seq, last_pos FROM conversation")).containsExactly("2 1");
        assertThat(tables.select("SELECT user_id, read_pos, sent_pos, seen_pos FROM membership ORDER BY user_id"))
                .containsExactly("1 1 1 1", "2 0 0 0");
    }

    @Test
    void sending_does_not_move_a_place_that_was_set_back_later() throws SQLException {
        log.message("one").message("two").message("three");
        tables.execute("UPDATE membership SET back_at = 1 WHERE user_id = 1");
        store(log.range(0, 2));
        assertThat(tables.select(PLACES)).containsExactly("1 0 1 1 1", "2 0 0 0 0");
        store(log.range(2, 3));
        assertThat(tables.select(PLACES)).containsExactly("1 2 2 1 2", "2 0 0 0 0");
    }

    @Test
    void a_member_who_joins_starts_at_the_record_with_which_they_joined() throws SQLException {
        log.message("one").member(2, 3).member(2, 4).message("two");
        tables.execute("UPDATE membership SET joined_version = 3 WHERE user_id = 2");
        store(log.all());
        assertThat(tables.select(PLACES)).containsExactly("1 3 3 0 3", "2 1 1 0 1");
        assertThat(tables.select("SELECT entered_pos, joined_pos FROM membership ORDER BY user_id"))
                .containsExactly("0 0", "1 0");
    }

    @Test
    void a_batch_with_an_unstorable_record_stores_nothing_and_keeps_next_offset() throws SQLException {
        log.message("one").message("two").unreadable();
        store(log.range(0, 1));
        assertThatExceptionOfType(UnstorableRecord.class)
                .isThrownBy(() -> store(log.range(1, 3)))
                .satisfies(failed -> assertThat(failed.offset()).isEqualTo(2));
        assertThat(tables.select(MESSAGES)).containsExactly("0 1 0 one");
        assertThat(tables.select(NEXT_OFFSETS)).containsExactly("3 topic 0 1");
        assertThat(tables.select("SELECT last_seq FROM conversation")).containsExactly("1");
    }

    @Test
    void a_record_of_an_unknown_conversation_is_unstorable() throws SQLException {
        log.message("one");
        tables.execute("DELETE FROM conversation");
        assertThatExceptionOfType(UnstorableRecord.class)
                .isThrownBy(() -> store(log.all()))
                .withMessageContaining("conversation");
        assertThat(tables.select(MESSAGES)).isEmpty();
    }

    @Test
    void a_redelivered_batch_is_dropped() throws SQLException {
        log.message("one").message("two").message("three");
        store(log.range(0, 2));
        assertThat(store(log.range(0, 2))).isEqualTo(stored(2, 0));
        assertThat(store(log.range(1, 3))).isEqualTo(stored(3, 1));
        assertThat(tables.select(MESSAGES)).containsExactly("0 1 0 one", "1 2 0 two", "2 3 0 three");
        assertThat(tables.select(SKIPPED)).isEmpty();
    }

    @Test
    void a_batch_beyond_next_offset_is_a_gap_and_stores_nothing() throws SQLException {
        log.message("one").message("two").message("three");
        store(log.range(0, 1));
        assertThat(store(log.range(2, 3))).isEqualTo(new WriteResult.Gap(1));
        assertThat(tables.select(MESSAGES)).hasSize(1);
        assertThat(tables.select(NEXT_OFFSETS)).containsExactly("3 topic 0 1");
    }

    @Test
    void a_repeat_in_the_same_batch_or_a_later_one_is_recorded_with_its_first_position() throws SQLException {
        var cid = Cid.at(Instant.parse("2026-03-01T10:00:00Z"));
        log.message("one").message("two", cid).message("two", cid).message("two", cid);
        assertThat(store(log.range(0, 3))).isEqualTo(new WriteResult.Stored(3, new BatchCounts(2, 1, 0)));
        assertThat(store(log.range(3, 4))).isEqualTo(new WriteResult.Stored(4, new BatchCounts(0, 1, 0)));
        assertThat(tables.select(MESSAGES)).containsExactly("0 1 0 one", "1 2 0 two");
        assertThat(tables.select(SKIPPED)).containsExactly("2 repeat 1", "3 repeat 1");
    }

    @Test
    void a_void_record_leaves_its_cid_unused() throws SQLException {
        var cid = Cid.at(Instant.parse("2026-03-01T10:00:00Z"));
        log.expired("late", cid).message("again", cid);
        store(log.all());
        assertThat(tables.select(MESSAGES)).containsExactly("1 1 0 again");
        assertThat(tables.select(SKIPPED)).containsExactly("0 void null");
    }

    @Test
    void a_revoke_erases_the_stored_message_and_its_stored_edit() throws SQLException {
        log.message("secret").edit(0, "also secret").message("other").edit(2, "edited");
        store(log.all());
        log.revoke(0);
        store(log.range(4, 5));
        assertErased();
    }

    @Test
    void a_revoke_erases_what_the_same_batch_stores() throws SQLException {
        log.message("secret")
                .edit(0, "also secret")
                .message("other")
                .edit(2, "edited")
                .revoke(0);
        store(log.all());
        assertErased();
    }

    private void assertErased() throws SQLException {
        assertThat(tables.select(MESSAGES)).containsExactly("0 1 2 ", "2 2 0 other");
        assertThat(tables.select("SELECT at, kind, body FROM message_event ORDER BY at"))
                .containsExactly("1 edited ", "3 edited edited", "4 revoked null");
    }

    @Test
    void a_change_after_the_revoke_is_skipped() throws SQLException {
        log.message("secret").revoke(0).edit(0, "no").reaction(0, "x");
        store(log.range(0, 3));
        store(log.range(3, 4));
        assertThat(tables.select("SELECT at FROM message_event")).containsExactly("1");
        assertThat(tables.select(SKIPPED)).containsExactly("2 revoked null", "3 revoked null");
    }

    @Test
    void another_topic_or_a_lower_epoch_is_refused_and_a_higher_epoch_restarts_the_partition() throws SQLException {
        log.message("one").message("two");
        store(log.range(0, 1));
        var batch = new PartitionBatch(log.range(1, 2));
        assertThatExceptionOfType(LogMismatch.class)
                .isThrownBy(() -> store.store(batch, new LogIdentity("other", 12, 0)));
        assertThat(tables.select(NEXT_OFFSETS)).containsExactly("3 topic 0 1");
        var recreated = new LogIdentity("other", 12, 1);
        var records = new LogSequence(recreated, PARTITION, log.conversation()).message("first of the new log");
        assertThat(store.store(new PartitionBatch(records.all()), recreated)).isEqualTo(stored(1, 1));
        assertThat(tables.select(NEXT_OFFSETS)).containsExactly("3 other 1 1");
        assertThatExceptionOfType(LogMismatch.class).isThrownBy(() -> store.store(batch, LOG));
        assertThat(tables.select("SELECT body FROM message ORDER BY pos"))
                .containsExactly("one", "first of the new log");
    }

    @Test
    void a_parked_message_leaves_a_row_without_body_and_a_replay_fills_it() throws SQLException {
        log.message("one").message("two").message("three");
        store(log.range(0, 1));
        assertThat(store.park(log.all().get(1), LOG, true))
                .isEqualTo(new WriteResult.Stored(2, new BatchCounts(0, 0, 1)));
        store(log.range(2, 3));
        assertThat(tables.select(MESSAGES)).containsExactly("0 1 0 one", "1 2 1 ", "2 3 0 three");
        assertThat(store.replay(log.all().get(1), LOG)).isEqualTo(ReplayResult.STORED);
        assertThat(store.replay(log.all().get(1), LOG)).isEqualTo(ReplayResult.ALREADY);
        assertThat(tables.select(MESSAGES)).containsExactly("0 1 0 one", "1 2 0 two", "2 3 0 three");
    }

    @Test
    void a_parked_message_without_a_row_takes_its_number_when_it_is_replayed() throws SQLException {
        log.message("one").message("two").message("three");
        store(log.range(0, 1));
        store.park(log.all().get(1), LOG, false);
        store(log.range(2, 3));
        assertThat(tables.select(MESSAGES)).containsExactly("0 1 0 one", "2 2 0 three");
        assertThat(tables.select(SKIPPED)).containsExactly("1 parked null");
        assertThat(store.replay(log.all().get(1), LOG)).isEqualTo(ReplayResult.STORED);
        assertThat(tables.select(MESSAGES)).containsExactly("0 1 0 one", "1 2 0 two", "2 3 0 three");
        assertThat(tables.select(SKIPPED)).isEmpty();
    }

    @Test
    void a_mention_by_name_or_with_everyone_is_a_row_for_each_user_but_the_sender() throws SQLException {
        log.message("@two @one", Mentions.of(List.of(new UserId(2), new UserId(1)), null))
                .message("@channel @two", Mentions.of(List.of(new UserId(2)), Mentions.Everyone.CHANNEL))
                .message("nobody");
        store(log.all());
        assertThat(tables.select(MENTIONS)).containsExactly("0 2", "1 2");
        assertThat(tables.select("SELECT log_offset, mentions FROM message ORDER BY pos"))
                .containsExactly("0 2 1", "1 channel 2", "2 null");
        assertThat(tables.select(
                        "SELECT COUNT(*) FROM mention x JOIN message m ON m.conversation_id = x.conversation_id"
                                + " AND m.pos = x.pos AND m.ts = x.ts"))
                .containsExactly("2");
    }

    @Test
    void former_members_are_not_mentioned_with_everyone() throws SQLException {
        tables.execute("UPDATE membership SET role = NULL WHERE user_id = 2");
        log.message("@here", Mentions.of(List.of(), Mentions.Everyone.HERE));
        store(log.all());
        assertThat(tables.select(MENTIONS)).isEmpty();
    }

    @Test
    void an_edit_replaces_the_mentions_in_its_batch_and_in_a_later_one() throws SQLException {
        var two = Mentions.of(List.of(new UserId(2)), null);
        log.message("@two", two).edit(0, "nobody").message("nobody").edit(2, "@two", two);
        store(log.all());
        assertThat(tables.select(MENTIONS)).containsExactly("2 2");
        log.edit(0, "@two again", two).edit(2, "nobody again");
        store(log.range(4, 6));
        assertThat(tables.select(MENTIONS)).containsExactly("0 2");
    }

    @Test
    void an_older_edit_that_is_replayed_does_not_change_the_mentions() throws SQLException {
        var two = Mentions.of(List.of(new UserId(2)), null);
        log.message("nobody").edit(0, "@two", two).edit(0, "nobody again");
        store(log.range(0, 1));
        store.park(log.all().get(1), LOG, true);
        store(log.range(2, 3));
        assertThat(store.replay(log.all().get(1), LOG)).isEqualTo(ReplayResult.STORED);
        assertThat(tables.select(MENTIONS)).isEmpty();
    }

    @Test
    void a_revoke_removes_the_mentions() throws SQLException {
        var two = Mentions.of(List.of(new UserId(2)), null);
        log.message("@two", two).edit(0, "@two!", two).message("@two", two).revoke(2);
        store(log.all());
        assertThat(tables.select(MENTIONS)).containsExactly("0 2");
        log.revoke(0);
        store(log.range(4, 5));
        assertThat(tables.select(MENTIONS)).isEmpty();
        assertThat(tables.select("SELECT mentions FROM message UNION ALL SELECT mentions FROM message_event"))
                .containsOnly("null");
    }

    @Test
    void a_parked_message_mentions_nobody_until_it_is_replayed() throws SQLException {
        log.message("@two", Mentions.of(List.of(new UserId(2)), null));
        store.park(log.all().getFirst(), LOG, true);
        assertThat(tables.select(MENTIONS)).isEmpty();
        assertThat(store.replay(log.all().getFirst(), LOG)).isEqualTo(ReplayResult.STORED);
        assertThat(tables.select(MENTIONS)).containsExactly("0 2");
    }

    @Test
    void a_repair_records_the_range_that_it_gives_up() throws SQLException {
        log.message("one");
        store(log.all());
        var now = Instant.parse("2026-03-01T10:15:00Z");
        assertThat(store.giveUpTo(PARTITION, 1, LOG, "root", now)).isInstanceOf(RepairResult.Refused.class);
        assertThat(store.giveUpTo(PARTITION, 9, LOG, "root", now)).isEqualTo(new RepairResult.GaveUp(1, 9));
        assertThat(tables.select(NEXT_OFFSETS)).containsExactly("3 topic 0 9");
        assertThat(tables.select("SELECT log_partition, from_offset, to_offset, repaired_by FROM log_gap"))
                .containsExactly("3 1 9 root");
    }

    @Test
    void two_partitions_are_stored_concurrently() throws Exception {
        var other = new LogSequence(LOG, 5, tables.conversation(5, LOG.partitions()));
        for (int i = 0; i < 200; i++) {
            log.message("message " + i);
            other.message("message " + i);
        }
        CompletableFuture.allOf(inBatches(log), inBatches(other)).get();
        assertThat(tables.select(NEXT_OFFSETS)).containsExactly("3 topic 0 200", "5 topic 0 200");
        assertThat(tables.select("SELECT log_partition, COUNT(*), MAX(seq) FROM message GROUP BY log_partition"
                        + " ORDER BY log_partition"))
                .containsExactly("3 200 200", "5 200 200");
    }

    @Test
    void two_persisters_that_store_the_same_batches_store_each_record_once() throws Exception {
        for (int i = 0; i < 200; i++) log.message("message " + i);
        CompletableFuture.allOf(inBatches(log), inBatches(log)).get();
        assertThat(tables.select(NEXT_OFFSETS)).containsExactly("3 topic 0 200");
        assertThat(tables.select("SELECT COUNT(*), COUNT(DISTINCT seq), MAX(seq) FROM message"))
                .containsExactly("200 200 200");
        assertThat(tables.select(SKIPPED)).isEmpty();
    }

    private CompletableFuture<?> inBatches(LogSequence sequence) {
        return threads.supplyAsync(() -> {
            var results = new ArrayList<WriteResult>();
            IntStream.range(0, 20).forEach(i -> results.add(store(sequence.range(i * 10, (i + 1) * 10))));
            assertThat(results).allMatch(WriteResult.Stored.class::isInstance);
            return results;
        });
    }

    private WriteResult store(List<ConsumerRecord<String, String>> records) {
        return store.store(new PartitionBatch(records), LOG);
    }

    private static WriteResult stored(long nextOffset, int rows) {
        return new WriteResult.Stored(nextOffset, new BatchCounts(rows, 0, 0));
    }

    @Test
    void a_limited_member_reads_from_the_record_of_joining_on_and_has_nothing_unread_before_it() throws SQLException {
        pending(2, 4);
        log.message("before").limitedJoin(2, 4).message("after");
        store(log.all());
        assertThat(tables.select(JOINED)).containsExactly("1 0 0 2", "2 4 1 1");
        assertThat(tables.select("SELECT kind, target, role, shown FROM message_event"))
                .containsExactly("member 2 member 1");
    }

    @Test
    void a_membership_that_began_anew_keeps_the_position_of_its_own_record() throws SQLException {
        pending(2, 6);
        log.limitedJoin(2, 4).message("between").limitedJoin(2, 6);
        store(log.range(0, 2));
        assertThat(tables.select("SELECT joined_pos FROM membership WHERE user_id = 2"))
                .containsExactly(Long.toString(ReadLimit.NOTHING.value()));
        store(log.range(2, 3));
        assertThat(tables.select("SELECT joined_pos FROM membership WHERE user_id = 2"))
                .containsExactly("2");
    }

    @Test
    void a_change_of_a_group_is_a_row_with_the_new_values() throws SQLException {
        log.changed(new AttributeChange("Boilers", "", null, null, true, null), 2);
        store(log.all());
        assertThat(tables.select("SELECT kind, target, shown, attributes FROM message_event"))
                .containsExactly("changed 0 1 {\"title\":\"Boilers\",\"topic\":\"\",\"archived\":true}");
    }

    /** The database has the membership, but not yet the record of joining. */
    private void pending(long user, long version) throws SQLException {
        tables.execute("UPDATE membership SET version = " + version + ", joined_version = " + version
                + ", joined_pos = " + ReadLimit.NOTHING + " WHERE user_id = " + user);
    }
}
