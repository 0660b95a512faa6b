package parley.persister.store.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.domain.conversation.entity.PlaceChange;
import parley.domain.conversation.entity.ReadPlace;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.log.topic.LogIdentity;
import parley.persister.container.LogSequence;
import parley.persister.container.StoreApplication;
import parley.persister.container.StoreTables;
import parley.persister.store.entity.Member;
import parley.persister.store.entity.MemberChange;
import parley.persister.store.entity.PartitionBatch;

/** The statements that move places, on a real database, compared with the rule. */
@ExtendWith(ArquillianExtension.class)
class ReceiptStoreIT {

    private static final LogIdentity LOG = new LogIdentity("topic", 12, 0);
    private static final int PARTITION = 3;
    private static final String ROW =
            "SELECT read_pos, sent_pos, back_at, seen_pos, receipt_order FROM membership WHERE user_id = 1";

    @Inject
    ReceiptStore receipts;

    @Inject
    BatchStore messages;

    @Inject
    StoreTables tables;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService threads;

    private ConversationId conversation;

    @Deployment
    static WebArchive archive() {
        return StoreApplication.archive();
    }

    @BeforeEach
    void an_empty_database_with_one_conversation() throws SQLException {
        tables.clear();
        conversation = tables.conversation(PARTITION, LOG.partitions());
    }

    @Test
    void a_place_moves_forward_is_set_back_and_moves_forward_again() throws SQLException {
        receipts.store(List.of(change(read(1, 50))));
        assertThat(tables.select(ROW)).containsExactly("50 0 0 50 1");
        receipts.store(List.of(change(PlaceChange.unread(2, new Position(20), new Position(60)))));
        assertThat(tables.select(ROW)).containsExactly("20 50 60 50 2");
        receipts.store(List.of(change(read(1, 55))));
        assertThat(tables.select(ROW)).containsExactly("20 50 60 50 2");
        receipts.store(List.of(change(read(3, 30))));
        assertThat(tables.select(ROW)).containsExactly("30 50 60 50 3");
    }

    @Test
    void the_statements_do_what_the_rule_does() throws SQLException {
        var random = new Random(7);
        var log = new LogSequence(LOG, PARTITION, conversation);
        var expected = ReadPlace.UNKNOWN;
        int sent = 0;
        for (int order = 1; order <= 300; order++) {
            if (random.nextInt(3) == 0) {
                log.message("message " + sent);
                messages.store(new PartitionBatch(log.range(sent, sent + 1)), LOG);
                expected = expected.sent(new Position(sent++));
            } else {
                var change = random.nextBoolean()
                        ? read(order, random.nextInt(sent + 1))
                        : PlaceChange.unread(
                                order, new Position(random.nextInt(sent + 1)), new Position(random.nextInt(sent + 1)));
                receipts.store(List.of(change(change)));
                expected = expected.with(change);
            }
            assertThat(tables.select(ROW))
                    .as("after %d steps", order)
                    .containsExactly("%s %s %s %s %d"
                            .formatted(
                                    expected.place(),
                                    expected.sent(),
                                    expected.backAt(),
                                    expected.seen(),
                                    expected.receipt()));
        }
    }

    @Test
    void receipts_of_two_persisters_and_batches_do_not_deadlock() throws Exception {
        for (long user = 3; user <= 200; user++)
            tables.execute("INSERT INTO membership (conversation_id, user_id, role, version) VALUES (" + conversation
                    + ", " + user + ", 'member', 1)");
        var log = new LogSequence(LOG, PARTITION, conversation);
        for (int i = 0; i < 200; i++) log.message("message " + i);
        var batches = threads.runAsync(() -> {
            for (int i = 0; i < 200; i += 5) messages.store(new PartitionBatch(log.range(i, i + 5)), LOG);
        });
        CompletableFuture.allOf(batches, threads.runAsync(() -> readAll(1)), threads.runAsync(() -> readAll(2)))
                .get();
        assertThat(tables.select("SELECT COUNT(*) FROM membership WHERE read_pos >= 40"))
                .containsExactly("200");
    }

    private void readAll(int seed) {
        var random = new Random(seed);
        for (int order = 1; order <= 40; order++) {
            var changes = new ArrayList<MemberChange>();
            for (long user = 1; user <= 200; user++)
                changes.add(new MemberChange(Member.of(conversation, new UserId(user)), read(order, order)));
            Collections.shuffle(changes, random);
            receipts.store(changes);
        }
    }

    private MemberChange change(PlaceChange change) {
        return new MemberChange(Member.of(conversation, new UserId(1)), change);
    }

    private static PlaceChange read(long order, long pos) {
        return PlaceChange.read(order, new Position(pos));
    }
}
