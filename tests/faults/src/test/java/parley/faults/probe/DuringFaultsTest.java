package parley.faults.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.faults.model.Violation;

/** Each promise that does not hold during a fault is seen, and called by its name. */
class DuringFaultsTest {

    private static final long BEGIN = 1_000_000;
    private static final long END = BEGIN + 30_000;
    private static final Outcome ANSWERED = new Outcome.Answered();
    private static final Outcome UNAVAILABLE = new Outcome.Refused("503 unavailable");
    private static final Outcome SILENT = new Outcome.NoAnswer("in 5 s");

    private final List<Incident> incidents = new ArrayList<>(List.of(hung(END)));
    private final List<Observation> observations = new ArrayList<>();
    private final List<StoreNotice> notices = new ArrayList<>();

    private static Incident hung(long end) {
        return new Incident("database hung", Set.of("one", "two"), true, Set.of(), BEGIN, end, end + 5_000);
    }

    /** Everything answers once a second, before, during and after it, and users are told after 12 s. */
    @BeforeEach
    void all_is_well() {
        for (var node : List.of("one", "two")) {
            for (long at = BEGIN - 10_000; at < END + 10_000; at += 1_000) {
                for (var ability : Ability.values()) {
                    boolean refused = ability == Ability.SIGN_IN && at >= BEGIN && at <= END;
                    observations.add(new Observation(at, node, ability, refused ? UNAVAILABLE : ANSWERED, 20));
                }
            }
            notices.add(new StoreNotice(BEGIN + 12_000, node, "behind"));
        }
    }

    private List<Violation> check() {
        return DuringFaults.check(incidents, observations, notices);
    }

    /** The first so many probes of node one during the fault come out so. */
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
    void nothing_is_wrong_where_everything_answers() {
        assertThat(check()).isEmpty();
    }

    @Test
    void a_single_probe_of_a_kind_may_miss() {
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
    void readiness_that_answers_late_is_found() {
        become(Ability.READY, 2, ANSWERED, Bounds.READY_MILLIS + 1);
        finds("ready");
    }

    @Test
    void readiness_that_does_not_answer_once_is_found() {
        become(Ability.READY, 1, SILENT, 5_000);
        finds("ready");
    }

    @Test
    void a_list_that_is_refused_is_found() {
        become(Ability.LIST, 2, UNAVAILABLE, 10);
        finds("conversation list");
    }

    @Test
    void a_list_that_takes_too_long_is_found() {
        become(Ability.LIST, 2, ANSWERED, Bounds.LIST_MILLIS + 1);
        finds("conversation list");
    }

    @Test
    void a_page_that_does_not_come_is_found_with_what_came_instead() {
        become(Ability.PAGE, 30, SILENT, 8_000);
        finds("newest page");
        assertThat(check().getFirst().sentence())
                .contains("30 of 31 probes failed", "0.0 s after its beginning", "NoAnswer");
    }

    @Test
    void a_sign_in_that_takes_too_long_to_say_503_is_found() {
        become(Ability.SIGN_IN, 2, UNAVAILABLE, Bounds.SIGN_IN_MILLIS + 1);
        finds("sign-in");
    }

    @Test
    void a_sign_in_that_is_refused_with_another_status_is_found() {
        become(Ability.SIGN_IN, 2, new Outcome.Refused("500"), 10);
        finds("sign-in");
    }

    @Test
    void a_sign_in_that_still_succeeds_is_right() {
        become(Ability.SIGN_IN, 30, ANSWERED, 100);
        assertThat(check()).isEmpty();
    }

    @Test
    void sends_that_are_not_acknowledged_are_found() {
        become(Ability.SEND, 2, new Outcome.Refused("unavailable"), 10);
        finds("send to ok");
    }

    @Test
    void a_resume_that_does_not_bring_what_was_missed_is_found() {
        become(Ability.RESUME, 2, SILENT, 10_000);
        finds("resume");
    }

    @Test
    void users_who_are_told_nothing_are_found() {
        notices.removeIf(notice -> notice.node().equals("one"));
        finds("store");
    }

    @Test
    void users_who_are_told_too_late_are_found() {
        notices.replaceAll(notice ->
                notice.node().equals("two") ? notice : new StoreNotice(BEGIN + Bounds.STORE_MILLIS + 1, "one", "down"));
        finds("store");
        assertThat(check().getFirst().sentence()).contains("only 20.0 s after its beginning");
    }

    @Test
    void ok_tells_nobody_that_something_is_wrong() {
        notices.replaceAll(
                notice -> notice.node().equals("two") ? notice : new StoreNotice(BEGIN + 10_000, "one", "ok"));
        finds("store");
    }

    @Test
    void users_who_were_told_before_and_not_otherwise_since_know_it() {
        notices.replaceAll(
                notice -> notice.node().equals("two") ? notice : new StoreNotice(BEGIN - 3_000, "one", "behind"));
        assertThat(check()).isEmpty();
        notices.add(new StoreNotice(BEGIN - 1_000, "one", "ok"));
        finds("store");
    }

    @Test
    void a_fault_that_is_shorter_than_the_limit_has_to_be_told_to_nobody() {
        incidents.set(0, hung(BEGIN + 10_000));
        notices.clear();
        assertThat(check()).isEmpty();
    }

    @Test
    void nothing_is_asked_of_a_node_that_another_fault_impairs_at_the_same_time() {
        become(Ability.LIST, 30, SILENT, 8_000);
        incidents.add(
                new Incident("chat node killed", Set.of(), false, Set.of("one"), BEGIN - 5_000, BEGIN, END + 1_000));
        assertThat(check()).isEmpty();
    }

    @Test
    void of_a_fault_that_leaves_the_database_nothing_is_asserted() {
        incidents.set(0, new Incident("broker hung", Set.of(), false, Set.of("one", "two"), BEGIN, END, END));
        become(Ability.SEND, 30, SILENT, 10_000);
        assertThat(check()).isEmpty();
    }
}
