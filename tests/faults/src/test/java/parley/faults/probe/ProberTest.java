package parley.faults.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import parley.cluster.server.Eventually;

class ProberTest {

    private final CountDownLatch end = new CountDownLatch(1);

    private record Answering(String node) implements Probes {
        @Override
        public Observation observe(Ability ability) {
            return new Observation(System.currentTimeMillis(), node, ability, new Outcome.Answered(), 1);
        }

        @Override
        public void close() {}
    }

    /** Answers nothing until the test is over; sends alone are refused. */
    private final class Hanging implements Probes {
        @Override
        public Observation observe(Ability ability) {
            if (ability == Ability.SEND)
                return new Observation(
                        System.currentTimeMillis(), "hung", ability, new Outcome.Refused("unavailable"), 1);
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return null;
        }

        @Override
        public void close() {}
    }

    @Test
    void a_probe_that_hangs_holds_up_neither_other_nodes_nor_other_probes_of_its_node() {
        try (var prober = new Prober(new Hanging(), new Answering("well"))) {
            prober.start();
            Eventually.holds(Duration.ofSeconds(60), () -> {
                for (var ability : Ability.values())
                    assertThat(count(prober, "well", ability)).isGreaterThanOrEqualTo(3);
                assertThat(count(prober, "hung", Ability.SEND)).isGreaterThanOrEqualTo(3);
            });
            end.countDown();
            prober.stop();
        }
    }

    @Test
    void a_probe_that_fails_unforeseen_is_missing_and_the_next_one_comes() {
        var times = new java.util.concurrent.atomic.AtomicInteger();
        Probes failing = new Probes() {
            @Override
            public Observation observe(Ability ability) {
                if (times.getAndIncrement() < Ability.values().length) throw new IllegalArgumentException("unforeseen");
                return new Answering("failing").observe(ability);
            }

            @Override
            public void close() {}
        };
        try (var prober = new Prober(failing, new Answering("well"))) {
            prober.start();
            Eventually.holds(
                    Duration.ofSeconds(60),
                    () -> assertThat(count(prober, "failing", Ability.LIST)).isPositive());
        }
    }

    private static long count(Prober prober, String node, Ability ability) {
        return prober.observations().stream()
                .filter(each -> each.node().equals(node) && each.ability() == ability)
                .count();
    }
}
