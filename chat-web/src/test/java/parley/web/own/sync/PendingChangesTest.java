package parley.web.own.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.own.entity.OwnPart;
import parley.web.presence.signal.OwnStateChanged;

class PendingChangesTest {

    private static final UserId ADA = new UserId(1);

    private final List<Runnable> threads = new ArrayList<>();
    private final List<OwnStateChanged> loaded = new ArrayList<>();
    private final PendingChanges pending = new PendingChanges(threads::add, loaded::add);

    @Test
    void changes_are_loaded_in_their_order_by_one_thread() {
        pending.add(change(OwnPart.STATUS, null, 1));
        pending.add(change(OwnPart.DND, null, 2));
        assertThat(threads).hasSize(1);
        threads.getFirst().run();
        assertThat(loaded).extracting(OwnStateChanged::version).containsExactly(1L, 2L);
    }

    @Test
    void of_several_changes_of_one_part_only_the_last_is_loaded() {
        pending.add(change(OwnPart.DRAFT, new ConversationId(7), 2));
        pending.add(change(OwnPart.DRAFT, new ConversationId(7), 3));
        pending.add(change(OwnPart.DRAFT, new ConversationId(7), 1));
        pending.add(change(OwnPart.DRAFT, new ConversationId(8), 4));
        threads.getFirst().run();
        assertThat(loaded).extracting(OwnStateChanged::version).containsExactly(3L, 4L);
    }

    @Test
    void a_change_after_the_last_one_was_loaded_starts_again() {
        pending.add(change(OwnPart.STATUS, null, 1));
        threads.removeFirst().run();
        pending.add(change(OwnPart.STATUS, null, 2));
        assertThat(threads).hasSize(1);
        threads.getFirst().run();
        assertThat(loaded).hasSize(2);
    }

    private static OwnStateChanged change(OwnPart part, ConversationId conversation, long version) {
        return new OwnStateChanged(ADA, part, conversation, version, "");
    }
}
