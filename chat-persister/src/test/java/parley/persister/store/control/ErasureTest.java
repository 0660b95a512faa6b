package parley.persister.store.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.LoggedMessage;
import parley.domain.message.entity.StoredEvent;
import parley.domain.message.entity.StoredMessage;
import parley.log.record.Appended;

class ErasureTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final ConversationId HERE = new ConversationId(7);
    private static final UserId ADA = new UserId(1);

    private final Cid cid = Cid.at(NOW);

    @Test
    void a_message_that_is_stored_together_with_its_revoke_is_stored_without_a_body() {
        var erasure = Erasure.of(List.of(appended(12, new EventDetail.Revoked(new Position(10)))));
        assertThat(erasure.applyTo(message(10)).message().body()).isNull();
        assertThat(erasure.applyTo(message(11)).message().body()).isEqualTo("said");
    }

    @Test
    void an_edit_that_is_stored_together_with_the_revoke_is_stored_without_a_body() {
        var erasure = Erasure.of(List.of(appended(12, new EventDetail.Revoked(new Position(10)))));
        assertThat(body(erasure, 10)).isEmpty();
        assertThat(body(erasure, 11)).isEqualTo("edited");
    }

    @Test
    void a_reply_to_a_revoked_message_keeps_its_body() {
        var erasure = Erasure.of(List.of(appended(12, new EventDetail.Revoked(new Position(10)))));
        var reply = new LoggedMessage(HERE, new Position(11), cid, ADA, NOW, "an answer", new Position(10));
        assertThat(erasure.applyTo(new StoredMessage(reply, 2, 0)).message()).isEqualTo(reply);
    }

    @Test
    void without_a_revoke_the_database_is_not_queried() {
        var erasure = Erasure.of(List.of(appended(12, new EventDetail.Edited(new Position(10), "edited"))));
        erasure.eraseStored(null);
        assertThat(erasure.revoked()).isEmpty();
    }

    private String body(Erasure erasure, long target) {
        var detail = new EventDetail.Edited(new Position(target), "edited");
        var row = new StoredEvent(new LoggedEvent(HERE, new Position(11), cid, ADA, NOW, detail), 0);
        var erased = erasure.applyTo(row, new LogEntry.Event(HERE, cid, ADA, detail))
                .event()
                .detail();
        return ((EventDetail.Edited) erased).body();
    }

    private StoredMessage message(long pos) {
        return new StoredMessage(new LoggedMessage(HERE, new Position(pos), cid, ADA, NOW, "said", null), 1, 0);
    }

    private Appended appended(long offset, EventDetail detail) {
        return new Appended(0, 0, offset, NOW, NOW, "", new LogEntry.Event(HERE, cid, ADA, detail));
    }
}
