package parley.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.faults.model.Evidence;
import parley.faults.model.History;
import parley.faults.model.Model;
import parley.faults.model.Violation;

/** What a node has delivered must be visible to a socket that sends its hello later. */
class KnownMessagesTest {

    private static final long TALK = 7;

    private final History history = new History();
    private final KnownMessages known = new KnownMessages(history);

    private void shown(long pos, long at, boolean revoked, long hello) {
        known.shown("kim/0", null, TALK, pos, at, revoked, hello);
    }

    private List<Violation> found() {
        return Model.check(history, Evidence.empty()).violations();
    }

    @Test
    void a_text_whose_revoke_was_delivered_before_the_hello_is_not_erased() {
        known.delivered(null, TALK, 3, 8, true, 100);
        shown(3, 0, false, 200);
        assertThat(found()).extracting(Violation::type).containsExactly(Violation.Type.NOT_ERASED);
    }

    @Test
    void a_text_without_an_edit_that_was_delivered_before_the_hello_is_stale() {
        known.delivered(null, TALK, 3, 8, false, 100);
        shown(3, 5, false, 200);
        assertThat(found()).extracting(Violation::type).containsExactly(Violation.Type.STALE);
    }

    @Test
    void a_change_after_the_hello_may_follow_the_message() {
        known.delivered(null, TALK, 3, 8, true, 300);
        known.delivered(null, TALK, 4, 9, false, 300);
        shown(3, 0, false, 200);
        shown(4, 0, false, 200);
        assertThat(found()).isEmpty();
    }

    @Test
    void a_message_with_its_changes_is_no_violation() {
        known.delivered(null, TALK, 3, 8, true, 100);
        known.delivered(null, TALK, 4, 9, false, 100);
        shown(3, 8, true, 200);
        shown(4, 9, false, 200);
        shown(4, 12, false, 200);
        assertThat(found()).isEmpty();
    }

    @Test
    void an_edit_does_not_replace_a_revoke() {
        known.delivered(null, TALK, 3, 8, true, 100);
        known.delivered(null, TALK, 3, 9, false, 150);
        shown(3, 9, false, 200);
        assertThat(found()).extracting(Violation::type).containsExactly(Violation.Type.NOT_ERASED);
    }
}
