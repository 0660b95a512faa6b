package parley.persister.store.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.log.entity.LogRepeat.Why;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.log.record.Appended;
import parley.persister.store.entity.Named;
import parley.persister.store.entity.Target;

class SortedTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final ConversationId HERE = new ConversationId(7);
    private static final ConversationId THERE = new ConversationId(8);
    private static final UserId ADA = new UserId(1);
    private static final UserId KIM = new UserId(2);

    private final Cid cid = Cid.at(NOW);
    private final Map<Named, Position> taken = new HashMap<>();
    private final Set<Target> revoked = new HashSet<>();
    private final List<Appended> batch = new ArrayList<>();

    @Test
    void the_first_of_a_name_is_fresh_and_the_next_a_repeat_with_its_place() {
        message(10, HERE, ADA, cid);
        message(11, HERE, ADA, cid);
        assertFresh(10);
        assertThat(sorted().passed()).containsExactly(new Sorted.Passed(batch.get(1), Why.REPEAT, new Position(10)));
    }

    @Test
    void what_the_database_has_is_a_repeat() {
        taken.put(new Named(HERE, ADA, cid), new Position(3));
        message(10, HERE, ADA, cid);
        assertThat(sorted().passed()).containsExactly(new Sorted.Passed(batch.getFirst(), Why.REPEAT, new Position(3)));
    }

    @Test
    void the_same_cid_of_somebody_else_or_elsewhere_is_fresh() {
        message(10, HERE, ADA, cid);
        message(11, HERE, KIM, cid);
        message(12, THERE, ADA, cid);
        assertFresh(10, 11, 12);
    }

    @Test
    void messages_and_events_share_their_names() {
        message(10, HERE, ADA, cid);
        event(11, cid, new EventDetail.Edited(new Position(3), "x"));
        assertFresh(10);
    }

    @Test
    void a_void_record_leaves_its_cid_free() {
        batch.add(new Appended(0, 0, 10, NOW, NOW.minusSeconds(61), "node", post(HERE, ADA, cid)));
        message(11, HERE, ADA, cid);
        assertFresh(11);
        assertThat(sorted().passed()).containsExactly(new Sorted.Passed(batch.getFirst(), Why.VOID, null));
    }

    @Test
    void after_a_revoke_in_the_same_batch_edits_and_reactions_are_nothing() {
        event(10, Cid.at(NOW), new EventDetail.Edited(new Position(3), "before"));
        event(11, Cid.at(NOW), new EventDetail.Revoked(new Position(3)));
        event(12, Cid.at(NOW), new EventDetail.Edited(new Position(3), "after"));
        event(13, Cid.at(NOW), new EventDetail.Reaction(new Position(3), "+", true));
        event(14, Cid.at(NOW), new EventDetail.Edited(new Position(4), "another"));
        assertFresh(10, 11, 14);
        assertThat(sorted().passed()).extracting(Sorted.Passed::why).containsExactly(Why.REVOKED, Why.REVOKED);
    }

    @Test
    void what_was_revoked_before_stays_so() {
        revoked.add(new Target(HERE, new Position(3)));
        event(12, Cid.at(NOW), new EventDetail.Edited(new Position(3), "after"));
        assertFresh();
    }

    @Test
    void a_void_or_repeated_revoke_revokes_nothing() {
        taken.put(new Named(HERE, ADA, cid), new Position(2));
        event(10, cid, new EventDetail.Revoked(new Position(3)));
        event(11, Cid.at(NOW), new EventDetail.Edited(new Position(3), "still there"));
        assertFresh(11);
    }

    @Test
    void changes_of_membership_have_no_target() {
        revoked.add(new Target(HERE, new Position(2)));
        event(10, cid, new EventDetail.MemberChanged(KIM, null, 2, true));
        assertFresh(10);
    }

    private Sorted sorted() {
        return Sorted.sort(batch, taken, revoked);
    }

    private void assertFresh(long... offsets) {
        assertThat(sorted().fresh().stream().mapToLong(Appended::offset)).containsExactly(boxed(offsets));
    }

    private static Long[] boxed(long... values) {
        return java.util.Arrays.stream(values).boxed().toArray(Long[]::new);
    }

    private void message(long offset, ConversationId conversation, UserId from, Cid name) {
        append(offset, post(conversation, from, name));
    }

    private void event(long offset, Cid name, EventDetail detail) {
        append(offset, new LogEntry.Event(HERE, name, ADA, detail));
    }

    private static LogEntry post(ConversationId conversation, UserId from, Cid name) {
        return new LogEntry.Message(conversation, name, from, new Body("hello"), null);
    }

    private void append(long offset, LogEntry entry) {
        batch.add(new Appended(0, 0, offset, NOW, NOW, "node", entry));
    }
}
