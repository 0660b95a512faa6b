package parley.faults.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

    private static final Incident CUT =
            new Incident("link cut", Set.of("one"), false, Set.of(), 10_000, 20_000, 25_000);

    private static Observation list(long at, String node, Outcome outcome, long millis) {
        return new Observation(at, node, Ability.LIST, outcome, millis);
    }

    @Test
    void probes_are_counted_by_fault_and_those_without_a_fault_apart() {
        var all = Availability.of(
                List.of(CUT),
                List.of(
                        list(5_000, "one", new Outcome.Answered(), 4),
                        list(11_000, "one", new Outcome.Answered(), 30),
                        list(12_000, "one", new Outcome.Refused("503 unavailable"), 10),
                        list(13_000, "one", new Outcome.NoAnswer("in 8 s"), 8_000),
                        list(14_000, "two", new Outcome.Answered(), 7),
                        list(22_000, "one", new Outcome.Answered(), 900)));
        assertThat(all)
                .containsExactly(
                        new Availability(Availability.NONE, Ability.LIST, List.of(4), Map.of(), 0),
                        new Availability("link cut", Ability.LIST, List.of(10, 30), Map.of("503 unavailable", 1), 1));
        assertThat(all.getLast().probes()).isEqualTo(3);
        assertThat(all.getLast().answered()).isEqualTo(1);
        assertThat(all.getLast().p50()).isEqualTo(10);
        assertThat(all.getLast().worst()).isEqualTo(30);
    }

    @Test
    void the_first_store_frame_during_a_fault_is_the_notification() {
        var hung = new Incident("database hung", Set.of("one", "two"), true, Set.of(), 10_000, 40_000, 45_000);
        assertThat(StoreNotification.of(
                        List.of(hung, CUT),
                        List.of(
                                new StoreFrame(5_000, "one", "behind"),
                                new StoreFrame(22_000, "one", "behind"),
                                new StoreFrame(30_000, "one", "down"),
                                new StoreFrame(41_000, "two", "behind"))))
                .containsExactly(
                        new StoreNotification("database hung", "one", 30, "behind", 12),
                        new StoreNotification("database hung", "two", 30, "", 0));
    }
}
