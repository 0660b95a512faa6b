package parley.web.own.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import jakarta.ejb.EJBException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.identity.UserId;
import parley.domain.own.boundary.OwnState;
import parley.domain.refusal.Refused;
import parley.web.account.BlocksChanged;
import parley.web.platform.database.FakeDatabase;
import parley.web.presence.signal.EphemeralEvents;
import parley.web.presence.signal.OwnStateChanged;

class OwnStateChangesTest {

    private final FakeDatabase database = new FakeDatabase();
    private final OwnStateChanges changes = new OwnStateChanges();
    private final List<OwnStateChanged> announced = new ArrayList<>();
    private boolean deadlock;
    private boolean unreachable;
    private boolean lost;
    private long version;

    OwnStateChangesTest() {
        changes.database = database;
        changes.state = new OwnState() {
            @Override
            public long touch(UserId user) {
                if (deadlock) throw new EJBException("deadlock");
                return ++version;
            }
        };
        changes.signals = new EphemeralEvents() {
            @Override
            public CompletionStage<Void> own(OwnStateChanged change) {
                if (unreachable) throw Refused.unavailable("The log cannot be reached.", null);
                if (lost) return CompletableFuture.failedFuture(new TimeoutException());
                announced.add(change);
                return CompletableFuture.completedFuture(null);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_block_that_cannot_be_announced_is_in_force_all_the_same(boolean down) {
        database.down = down;
        deadlock = !down;
        assertThatNoException().isThrownBy(() -> changes.blocked(new BlocksChanged(new UserId(7))));
    }

    @Test
    void a_change_that_could_not_be_announced_is_announced_until_the_log_has_it() throws Exception {
        unreachable = true;
        changes.blocked(new BlocksChanged(new UserId(7)));
        changes.blocked(new BlocksChanged(new UserId(8)));
        unreachable = false;
        lost = true;
        changes.blocked(new BlocksChanged(new UserId(7)));
        var task = changes.announcements().work();
        task.run();
        assertThat(announced).isEmpty();
        lost = false;
        task.run();
        assertThat(announced).extracting(OwnStateChanged::version).containsExactlyInAnyOrder(3L, 2L);
        task.run();
        assertThat(announced).hasSize(2);
    }
}
