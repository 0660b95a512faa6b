package parley.faults.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.faults.model.Violation;

/** Each guarantee that does not hold during a fault is found, with the name of its probe. */
class AvailabilityCheckTest {

    private static final long BEGIN = 1_000_000;
    private static final long END = BEGIN + 30_000;
    private static final Outcome ANSWERED = new Outcome.Answered();
    private static final Outcome UNAVAILABLE = new Outcome.Refused("503 unavailable");
    private static final Outcome SILENT = new Outcome.NoAnswer("in 5 s");

    private final List<Incident> incidents = new ArrayList<>(List.of(hung(END)));
    private final List<Observation> observations = new ArrayList<>();
    private final List<StoreFrame> frames = new ArrayList<>();

    private static Incident hung(long end) {
        return new Incident("database hung", Set.of("one", "two"), true, Set.of(), BEGIN, end, end + 5_000);
    }

    /** Every probe is answered before, during and after the fault, and users are notified after 12 s. */
    @BeforeEach
    void answer_every_probe() {
        for (var node : List.of("one", "two")) {
            for (long at = BEGIN - 10_000; at < END + 10_000; at += 1_000) {
                for (var ability : Ability.values()) {
                    boolean refused = ability == Ability.SIGN_IN && at >= BEGIN && at <= END;
                    observations.add(new Observation(at, node, ability, refused ? UNAVAILABLE : ANSWERED, 20));
                }
            }
            frames.add(new StoreFrame(BEGIN + 12_000, node, "behind"));
        }
    }

    private List<Violation> check() {
        return AvailabilityCheck.check(incidents, observations, frames);
    }

    /** Changes the outcome of the first probes of node one during the fault. */
    private void become(Ability ability, int count, Outcome outcome, long millis) {
        int left = count;
        for (int i = 0; i < observations.size() && left > 0; i++) {
            var each = observations.get(i);
            if (each.ability() != ability || !each.node().equals("one") || !each.isWithin(BEGIN, END)) continue;
            observations.set(i, new Observation(each.atMillis(), "one", ability, outcome, millis));
            left--;
        }
    }

    private void finds(String what) {
        assertThat(check()).singleElement().satisfies(found -> {
            assertThat(found.type()).isEqualTo(Violation.Type.DURING_FAULT);
            assertThat(found.sentence()).startsWith("during \"database hung\", at node one, " + what + ": ");
        });
    }

    @Test
    void no_violation_if_every_probe_is_answered() {
        assertThat(check()).isEmpty();
    }

    @Test
    void a_single_probe_of_each_ability_may_fail() {
        become(Ability.LIST, 1, SILENT, 8_000);
        become(Ability.PAGE, 1, UNAVAILABLE, 10);
        assertThat(check()).isEmpty();
    }

    @Test
    void a_node_that_is_not_ready_is_found() {
        become(Ability.READY, 2, new Outcome.Refused("503"), 10);
        finds("ready");
    }

    @Test
    void late_readiness_is_found() {
        become(Ability.READY, 2, ANSWERED, Ability.READY.limitMillis() + 1);
        finds("ready");
    }

    @Test
    void a_single_unanswered_readiness_probe_is_found() {
        become(Ability.READY, 1, SILENT, 5_000);
        finds("ready");
    }

    @Test
    void a_refused_list_is_found() {
        become(Ability.LIST, 2, UNAVAILABLE, 10);
        finds("conversation list");
    }

    @Test
    void a_late_list_is_found() {
        become(Ability.LIST, 2, ANSWERED, Ability.LIST.limitMillis() + 1);
        finds("conversation list");
    }

    @Test
    void an_unanswered_page_is_found_with_its_outcome() {
        become(Ability.PAGE, 30, SILENT, 8_000);
        finds("newest page");
        assertThat(check().getFirst().sentence())
                .contains("30 of 31 probes failed", "0.0 s after the start of the fault", "NoAnswer");
    }

    @Test
    void a_late_503_for_a_sign_in_is_found() {
        become(Ability.SIGN_IN, 2, UNAVAILABLE, Ability.SIGN_IN.limitMillis() + 1);
        finds("sign-in");
    }

    @Test
    void another_status_for_a_sign_in_is_found() {
        become(Ability.SIGN_IN, 2, new Outcome.Refused("500"), 10);
        finds("sign-in");
    }

    @Test
    void a_sign_in_may_succeed() {
        become(Ability.SIGN_IN, 30, ANSWERED, 100);
        assertThat(check()).isEmpty();
    }

    @Test
    void unacknowledged_sends_are_found() {
        become(Ability.SEND, 2, new Outcome.Refused("unavailable"), 10);
        finds("send to ok");
    }

    @Test
    void a_resume_without_the_missed_message_is_found() {
        become(Ability.RESUME, 2, SILENT, 10_000);
        finds("resume");
    }

    @Test
    void a_missing_store_frame_is_found() {
        frames.removeIf(frame -> frame.node().equals("one"));
        finds("store");
    }

    @Test
    void a_late_store_frame_is_found() {
        frames.replaceAll(frame -> frame.node().equals("two")
                ? frame
                : new StoreFrame(BEGIN + AvailabilityCheck.STORE_MILLIS + 1, "one", "down"));
        finds("store");
        assertThat(check().getFirst().sentence()).contains("first after 20.0 s");
    }

    @Test
    void a_store_frame_with_state_ok_does_not_count() {
        frames.replaceAll(frame -> frame.node().equals("two") ? frame : new StoreFrame(BEGIN + 10_000, "one", "ok"));
        finds("store");
    }

    @Test
    void the_last_store_frame_before_the_fault_counts() {
        frames.replaceAll(frame -> frame.node().equals("two") ? frame : new StoreFrame(BEGIN - 3_000, "one", "behind"));
        assertThat(check()).isEmpty();
        frames.add(new StoreFrame(BEGIN - 1_000, "one", "ok"));
        finds("store");
    }

    @Test
    void a_fault_shorter_than_the_limit_needs_no_store_frame() {
        incidents.set(0, hung(BEGIN + 10_000));
        frames.clear();
        assertThat(check()).isEmpty();
    }

    @Test
    void a_node_that_another_fault_impairs_is_not_checked() {
        become(Ability.LIST, 30, SILENT, 8_000);
        incidents.add(
                new Incident("chat node killed", Set.of(), false, Set.of("one"), BEGIN - 5_000, BEGIN, END + 1_000));
        assertThat(check()).isEmpty();
    }

    @Test
    void a_fault_that_does_not_affect_the_database_is_not_checked() {
        incidents.set(0, new Incident("broker hung", Set.of(), false, Set.of("one", "two"), BEGIN, END, END));
        become(Ability.SEND, 30, SILENT, 10_000);
        assertThat(check()).isEmpty();
    }
}
