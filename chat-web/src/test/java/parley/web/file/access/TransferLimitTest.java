package parley.web.file.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;

class TransferLimitTest {

    private static final UserId ADA = new UserId(1);
    private static final UserId KIM = new UserId(2);

    @Test
    void a_user_with_too_many_transfers_waits_for_one_to_end_and_others_do_not() {
        var limit = new TransferLimit(2, 10);
        var first = limit.begin(ADA);
        limit.begin(ADA);
        assertThatThrownBy(() -> limit.begin(ADA)).isInstanceOf(Refused.class);
        limit.begin(KIM);
        first.close();
        first.close();
        limit.begin(ADA);
        assertThatThrownBy(() -> limit.begin(ADA)).isInstanceOf(Refused.class);
    }

    @Test
    void all_users_together_leave_threads_for_others() {
        var limit = new TransferLimit(2, 2);
        var first = limit.begin(ADA);
        limit.begin(KIM);
        assertThatThrownBy(() -> limit.begin(new UserId(3))).isInstanceOf(Refused.class);
        first.close();
        limit.begin(new UserId(3));
    }
}
