package parley.log.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.log.record.Appended;
import parley.log.rule.Classification.AfterRevoke;
import parley.log.rule.Classification.Duplicate;
import parley.log.rule.Classification.Effective;
import parley.log.rule.Classification.Expired;

class RecordRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final ConversationId HERE = new ConversationId(7);
    private static final ConversationId THERE = new ConversationId(8);
    private static final UserId ADA = new UserId(1);
    private static final UserId KIM = new UserId(2);
    private static final Effective EFFECTIVE = new Effective();
    private static final KnownEntries NOTHING = new KnownEntries() {
        @Override
        public Position first(EntryKey key, Position before) {
            return null;
        }

        @Override
        public boolean isRevoked(ChangeTarget target, Position before) {
            return false;
        }
    };

    private final Cid cid = Cid.at(NOW);
    private final List<Appended> records = new ArrayList<>();

    @Test
    void the_first_of_a_key_takes_effect_and_the_next_is_a_duplicate_of_it() {
        message(10, HERE, ADA, cid);
        message(11, HERE, ADA, cid);
        assertThat(classified()).containsExactly(EFFECTIVE, new Duplicate(new Position(10)));
    }

    @Test
    void the_same_cid_of_another_sender_or_conversation_takes_effect() {
        message(10, HERE, ADA, cid);
        message(11, HERE, KIM, cid);
        message(12, THERE, ADA, cid);
        assertThat(classified()).containsOnly(EFFECTIVE);
    }

    @Test
    void messages_and_events_share_one_key_space() {
        message(10, HERE, ADA, cid);
        event(11, cid, new EventDetail.Edited(new Position(3), "x"));
        assertThat(classified()).containsExactly(EFFECTIVE, new Duplicate(new Position(10)));
    }

    @Test
    void an_expired_record_leaves_its_cid_free() {
        records.add(new Appended(0, 0, 10, NOW, NOW.minusMillis(60_001), "node", post(HERE, ADA, cid)));
        message(11, HERE, ADA, cid);
        assertThat(classified()).containsExactly(new Expired(), EFFECTIVE);
    }

    @Test
    void a_record_appended_exactly_a_minute_after_its_admission_takes_effect() {
        records.add(new Appended(0, 0, 10, NOW, NOW.minusSeconds(60), "node", post(HERE, ADA, cid)));
        assertThat(classified()).containsExactly(EFFECTIVE);
    }

    @Test
    void edits_and_reactions_after_a_revoke_have_no_effect() {
        event(10, Cid.at(NOW), new EventDetail.Edited(new Position(3), "before"));
        event(11, Cid.at(NOW), new EventDetail.Revoked(new Position(3)));
        event(12, Cid.at(NOW), new EventDetail.Edited(new Position(3), "after"));
        event(13, Cid.at(NOW), new EventDetail.Reaction(new Position(3), "+", true));
        event(14, Cid.at(NOW), new EventDetail.Edited(new Position(4), "another"));
        assertThat(classified()).containsExactly(EFFECTIVE, EFFECTIVE, new AfterRevoke(), new AfterRevoke(), EFFECTIVE);
    }

    @Test
    void a_change_after_the_revoke_leaves_its_cid_free() {
        event(10, Cid.at(NOW), new EventDetail.Revoked(new Position(3)));
        event(11, cid, new EventDetail.Edited(new Position(3), "after"));
        message(12, HERE, ADA, cid);
        assertThat(classified()).containsExactly(EFFECTIVE, new AfterRevoke(), EFFECTIVE);
    }

    @Test
    void a_second_revoke_takes_effect() {
        event(10, Cid.at(NOW), new EventDetail.Revoked(new Position(3)));
        event(11, Cid.at(NOW), new EventDetail.Revoked(new Position(3)));
        assertThat(classified()).containsOnly(EFFECTIVE);
    }

    @Test
    void an_expired_revoke_revokes_nothing() {
        var revoke = new LogEntry.Event(HERE, Cid.at(NOW), ADA, new EventDetail.Revoked(new Position(3)));
        records.add(new Appended(0, 0, 10, NOW, NOW.minusSeconds(61), "node", revoke));
        event(11, Cid.at(NOW), new EventDetail.Edited(new Position(3), "still there"));
        assertThat(classified()).containsExactly(new Expired(), EFFECTIVE);
    }

    @Test
    void a_duplicate_revoke_revokes_nothing() {
        message(10, HERE, ADA, cid);
        event(11, cid, new EventDetail.Revoked(new Position(3)));
        event(12, Cid.at(NOW), new EventDetail.Edited(new Position(3), "still there"));
        assertThat(classified()).containsExactly(EFFECTIVE, new Duplicate(new Position(10)), EFFECTIVE);
    }

    @Test
    void a_change_of_membership_has_no_target() {
        event(10, Cid.at(NOW), new EventDetail.Revoked(new Position(2)));
        event(11, cid, new EventDetail.MemberChanged(KIM, null, 2, true));
        assertThat(classified()).containsOnly(EFFECTIVE);
    }

    @Test
    void earlier_records_are_taken_into_account() {
        message(10, HERE, ADA, cid);
        event(11, Cid.at(NOW), new EventDetail.Edited(new Position(3), "late"));
        var known = new KnownEntries() {
            @Override
            public Position first(EntryKey key, Position before) {
                return key.cid().equals(cid) ? new Position(4) : null;
            }

            @Override
            public boolean isRevoked(ChangeTarget target, Position before) {
                return target.pos().equals(new Position(3));
            }
        };
        var classifier = new SequenceClassifier(known);
        assertThat(records.stream().map(classifier::classify))
                .containsExactly(new Duplicate(new Position(4)), new AfterRevoke());
    }

    private List<Classification> classified() {
        var classifier = new SequenceClassifier(NOTHING);
        return records.stream().map(classifier::classify).toList();
    }

    private void message(long offset, ConversationId conversation, UserId from, Cid with) {
        append(offset, post(conversation, from, with));
    }

    private void event(long offset, Cid with, EventDetail detail) {
        append(offset, new LogEntry.Event(HERE, with, ADA, detail));
    }

    private static LogEntry post(ConversationId conversation, UserId from, Cid with) {
        return new LogEntry.Message(conversation, with, from, new Body("hello"), null);
    }

    private void append(long offset, LogEntry entry) {
        records.add(new Appended(0, 0, offset, NOW, NOW, "node", entry));
    }
}
