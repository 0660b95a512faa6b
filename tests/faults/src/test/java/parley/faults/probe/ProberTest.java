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

    /** Hangs until the end of the test; only sends are refused at once. */
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
    void a_hanging_probe_delays_no_other_probe() {
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
    void a_probe_that_throws_does_not_stop_the_prober() {
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
