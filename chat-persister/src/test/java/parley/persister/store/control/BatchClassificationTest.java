package parley.persister.store.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.log.entity.SkippedRecord.Why;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.log.record.Appended;
import parley.log.rule.ChangeTarget;
import parley.log.rule.EntryKey;
import parley.persister.store.control.BatchClassification.Skipped;

class BatchClassificationTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final ConversationId CONVERSATION = new ConversationId(7);
    private static final UserId ADA = new UserId(1);

    private final Cid cid = Cid.at(NOW);
    private final Appended message = record(10, NOW, message(cid));

    @Test
    void a_duplicate_within_the_batch_names_the_first() {
        var again = record(11, NOW, message(cid));
        var classified = BatchClassification.of(List.of(message, again), Map.of(), Set.of());
        assertThat(classified.effective()).containsExactly(message);
        assertThat(classified.skipped()).containsExactly(new Skipped(again, Why.REPEAT, new Position(10)));
    }

    @Test
    void a_key_in_the_database_is_taken() {
        var taken = Map.of(new EntryKey(CONVERSATION, ADA, cid), new Position(3));
        assertThat(BatchClassification.of(List.of(message), taken, Set.of()).skipped())
                .containsExactly(new Skipped(message, Why.REPEAT, new Position(3)));
    }

    @Test
    void a_key_that_a_later_record_took_stays_taken_when_a_dead_letter_is_replayed() {
        var taken = Map.of(new EntryKey(CONVERSATION, ADA, cid), new Position(12));
        assertThat(BatchClassification.of(List.of(message), taken, Set.of()).skipped())
                .containsExactly(new Skipped(message, Why.REPEAT, new Position(12)));
    }

    @Test
    void an_expired_record_is_recorded_as_void() {
        var expired = record(10, NOW.minusSeconds(61), message(cid));
        assertThat(BatchClassification.of(List.of(expired), Map.of(), Set.of()).skipped())
                .containsExactly(new Skipped(expired, Why.VOID, null));
    }

    @Test
    void a_change_of_a_message_revoked_in_the_database_is_skipped() {
        var edit = record(
                12, NOW, new LogEntry.Event(CONVERSATION, cid, ADA, new EventDetail.Edited(new Position(3), "late")));
        var revoked = Set.of(new ChangeTarget(CONVERSATION, new Position(3)));
        assertThat(BatchClassification.of(List.of(edit), Map.of(), revoked).skipped())
                .containsExactly(new Skipped(edit, Why.REVOKED, null));
    }

    private static LogEntry message(Cid cid) {
        return new LogEntry.Message(CONVERSATION, cid, ADA, new Body("hello"), null);
    }

    private static Appended record(long offset, Instant admitted, LogEntry entry) {
        return new Appended(0, 0, offset, NOW, admitted, "node", entry);
    }
}
