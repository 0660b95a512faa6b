package parley.web.own.sync;

import static org.assertj.core.api.Assertions.assertThatNoException;

import jakarta.ejb.EJBException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.identity.UserId;
import parley.domain.own.boundary.OwnState;
import parley.web.account.BlocksChanged;
import parley.web.platform.database.FakeDatabase;

class OwnStateChangesTest {

    private final FakeDatabase database = new FakeDatabase();
    private final OwnStateChanges changes = new OwnStateChanges();

    OwnStateChangesTest() {
        changes.database = database;
        changes.state = new OwnState() {
            @Override
            public long touch(UserId user) {
                throw new EJBException("deadlock");
            }
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_block_that_cannot_be_announced_is_in_force_all_the_same(boolean down) {
        database.down = down;
        assertThatNoException().isThrownBy(() -> changes.blocked(new BlocksChanged(new UserId(7))));
    }
}
