package parley.faults.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import parley.cluster.server.ProxyMode;
import parley.faults.fault.ClockJump;
import parley.faults.fault.DatabaseUnusable;
import parley.faults.fault.Disconnected;
import parley.faults.fault.DiskFull;
import parley.faults.fault.Fault;
import parley.faults.fault.Flood;
import parley.faults.fault.LongAbsence;
import parley.faults.fault.ProcessFault;
import parley.faults.fault.RollingRestart;
import parley.faults.fault.SlowClients;
import parley.faults.fault.Storm;
import parley.faults.fault.Target;

/** What goes wrong, and when: the same for the same seed. */
final class Plan {

    private static final int MOST_AT_ONCE = 3;
    private static final double SHARE_AT_ONCE = 0.4;
    private static final int SLOW_CLIENTS = 10;
    private static final ProxyMode SLOW = new ProxyMode.Slow(Duration.ofMillis(100), 200_000);

    /** For users to be told that nothing is stored. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private static final Duration A_STATEMENT = Duration.ofSeconds(2);

    private final Random random;

    private Plan(long seed) {
        random = new Random(seed);
    }

    /** One after another, each short. */
    static List<Step> small(long seed, Predicate<Fault> possible) {
        return new Plan(seed).small(possible);
    }

    /** The database away for long. */
    static List<Step> outage() {
        var away = ProcessFault.killed(Target.DATABASE, Duration.ofMinutes(10));
        return List.of(new Step(List.of(new Step.Timed(Duration.ZERO, away)), Duration.ofSeconds(1)));
    }

    /** Everything once, some of it at once. */
    static List<Step> full(long seed, Predicate<Fault> possible) {
        return new Plan(seed).full(possible);
    }

    private List<Step> small(Predicate<Fault> possible) {
        var faults = new ArrayList<Fault>();
        for (var target : onePerRole()) faults.add(ProcessFault.killed(target, seconds(0, 2)));
        faults.add(ProcessFault.hung(Target.DATABASE, LONG_ENOUGH));
        faults.add(
                new Disconnected(either(Target.CHAT_ONE, Target.CHAT_TWO), Target.BROKER, passage(), seconds(6, 10)));
        faults.add(new Disconnected(
                either(Target.PERSISTER_ONE, Target.PERSISTER_TWO), Target.DATABASE, passage(), seconds(6, 10)));
        faults.add(new Storm());
        faults.add(new Flood(either(Target.CHAT_ONE, Target.CHAT_TWO), Duration.ofSeconds(20)));
        faults.add(new ClockJump(jump(), seconds(4, 6)));
        faults.removeIf(possible.negate());
        Collections.shuffle(faults, random);
        return faults.stream()
                .map(fault -> new Step(List.of(new Step.Timed(Duration.ZERO, fault)), Duration.ofSeconds(1)))
                .toList();
    }

    private List<Step> full(Predicate<Fault> possible) {
        var faults = new ArrayList<Fault>();
        for (var target : onePerRole())
            faults.add(ProcessFault.killed(target, target == Target.DATABASE ? LONG_ENOUGH : seconds(0, 15)));
        for (var target : onePerRole()) faults.add(ProcessFault.hung(target, LONG_ENOUGH));
        faults.add(new DatabaseUnusable.Slow(A_STATEMENT, LONG_ENOUGH));
        faults.add(new DatabaseUnusable.NameLost(LONG_ENOUGH));
        faults.add(new Flood(either(Target.CHAT_ONE, Target.CHAT_TWO), seconds(20, 30)));
        faults.add(new LongAbsence(60, 300, 900));
        for (var target : onePerRole()) faults.add(ProcessFault.restarted(target));
        for (var passage : List.of(new ProxyMode.Cut(), new ProxyMode.HalfOpen(), SLOW)) {
            for (var server : List.of(Target.BROKER, Target.DATABASE)) {
                faults.add(
                        new Disconnected(either(Target.CHAT_ONE, Target.CHAT_TWO), server, passage, seconds(10, 40)));
                faults.add(new Disconnected(
                        either(Target.PERSISTER_ONE, Target.PERSISTER_TWO), server, passage, seconds(10, 40)));
            }
        }
        faults.add(new Storm());
        faults.add(new SlowClients(SLOW_CLIENTS));
        faults.add(new ClockJump(jump(), seconds(15, 40)));
        faults.add(new DiskFull(seconds(20, 40)));
        faults.add(new RollingRestart());
        faults.removeIf(possible.negate());
        Collections.shuffle(faults, random);
        return grouped(new ArrayDeque<>(faults));
    }

    private List<Step> grouped(Deque<Fault> faults) {
        var steps = new ArrayList<Step>();
        while (!faults.isEmpty()) {
            var together = new ArrayList<Step.Timed>();
            together.add(new Step.Timed(Duration.ZERO, faults.poll()));
            var touched = EnumSet.noneOf(Target.class);
            touched.addAll(together.getFirst().fault().touches());
            for (var others = faults.iterator();
                    others.hasNext() && together.size() < MOST_AT_ONCE && random.nextDouble() < SHARE_AT_ONCE; ) {
                var other = others.next();
                if (!Collections.disjoint(touched, other.touches())) continue;
                touched.addAll(other.touches());
                together.add(new Step.Timed(Duration.ofMillis(random.nextInt(8_000)), other));
                others.remove();
            }
            steps.add(new Step(together, seconds(1, 5)));
        }
        return steps;
    }

    private List<Target> onePerRole() {
        return List.of(
                either(Target.CHAT_ONE, Target.CHAT_TWO),
                either(Target.PERSISTER_ONE, Target.PERSISTER_TWO),
                Target.BROKER,
                Target.DATABASE);
    }

    private Target either(Target one, Target other) {
        return random.nextBoolean() ? one : other;
    }

    private ProxyMode passage() {
        return List.of(new ProxyMode.Cut(), new ProxyMode.HalfOpen(), SLOW).get(random.nextInt(3));
    }

    /** Some minutes, there or back. */
    private Duration jump() {
        return Duration.ofMinutes((2 + random.nextInt(18)) * (random.nextBoolean() ? 1 : -1));
    }

    private Duration seconds(int least, int most) {
        return Duration.ofMillis(least * 1_000L + random.nextInt((most - least) * 1_000 + 1));
    }
}
