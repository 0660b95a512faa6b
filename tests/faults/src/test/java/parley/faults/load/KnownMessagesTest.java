package parley.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.faults.model.Evidence;
import parley.faults.model.History;
import parley.faults.model.Model;
import parley.faults.model.Violation;

/** What a node had delivered before a socket was greeted, it has to show to that socket. */
class KnownMessagesTest {

    private static final long TALK = 7;

    private final History history = new History();
    private final KnownMessages known = new KnownMessages(history);

    private void shown(long pos, long at, boolean revoked, long greeted) {
        known.shown("kim/0", null, TALK, pos, at, revoked, greeted);
    }

    private List<Violation> found() {
        return Model.check(
                        history, new Evidence(List.of(), List.of(), List.of(), List.of(), Map.of(), Set.of(), Map.of()))
                .violations();
    }

    @Test
    void a_text_whose_revoke_was_delivered_before_the_greeting_is_unerased() {
        known.delivered(null, TALK, 3, 8, true, 100);
        shown(3, 0, false, 200);
        assertThat(found()).extracting(Violation::type).containsExactly(Violation.Type.NOT_ERASED);
    }

    @Test
    void a_text_without_an_edit_that_was_delivered_before_the_greeting_is_unfolded() {
        known.delivered(null, TALK, 3, 8, false, 100);
        shown(3, 5, false, 200);
        assertThat(found()).extracting(Violation::type).containsExactly(Violation.Type.STALE);
    }

    @Test
    void a_change_after_the_greeting_may_follow_the_message() {
        known.delivered(null, TALK, 3, 8, true, 300);
        known.delivered(null, TALK, 4, 9, false, 300);
        shown(3, 0, false, 200);
        shown(4, 0, false, 200);
        assertThat(found()).isEmpty();
    }

    @Test
    void what_is_folded_in_is_right() {
        known.delivered(null, TALK, 3, 8, true, 100);
        known.delivered(null, TALK, 4, 9, false, 100);
        shown(3, 8, true, 200);
        shown(4, 9, false, 200);
        shown(4, 12, false, 200);
        assertThat(found()).isEmpty();
    }

    @Test
    void a_revoke_is_not_forgotten_for_an_edit() {
        known.delivered(null, TALK, 3, 8, true, 100);
        known.delivered(null, TALK, 3, 9, false, 150);
        shown(3, 9, false, 200);
        assertThat(found()).extracting(Violation::type).containsExactly(Violation.Type.NOT_ERASED);
    }
}
