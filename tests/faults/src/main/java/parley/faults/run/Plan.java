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
import parley.cluster.server.Release;
import parley.faults.fault.Fault;
import parley.faults.fault.Faults;
import parley.faults.fault.Target;

/** The random schedule of the faults, determined by the seed. */
final class Plan {

    private static final int MAX_CONCURRENT = 3;
    private static final double SHARE_CONCURRENT = 0.4;
    private static final int SLOW_CLIENTS = 10;

    /** How many faults of a small run the seed chooses. */
    private static final int SMALL_OTHERS = 2;

    private static final List<ProxyMode> PROXY_MODES =
            List.of(new ProxyMode.Cut(), new ProxyMode.HalfOpen(), new ProxyMode.Slow(Duration.ofMillis(100), 200_000));

    /** Long enough that users have to be notified. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private static final Duration SLOW_STATEMENT = Duration.ofSeconds(2);

    private final Random random;

    private Plan(long seed) {
        random = new Random(seed);
    }

    /** Some short faults, one after another: those that every change has to survive, and a few of the others. */
    static List<Step> small(long seed, Predicate<Fault> possible) {
        return new Plan(seed).small(possible);
    }

    /** Every fault once, some at the same time. */
    static List<Step> full(long seed, Predicate<Fault> possible) {
        return new Plan(seed).full(possible);
    }

    /** From the earlier version to the present one, back, and forward again. */
    static List<Step> upgrade(Release earlier) {
        return List.of(
                Step.of(Faults.upgraded(Release.CURRENT)),
                Step.of(Faults.rolledBack(earlier)),
                Step.of(Faults.upgraded(Release.CURRENT)));
    }

    /** A long outage of the database. */
    static List<Step> outage() {
        return List.of(Step.of(Faults.killed(Target.DATABASE, Duration.ofMinutes(10))));
    }

    private List<Step> small(Predicate<Fault> possible) {
        var faults = new ArrayList<Fault>();
        for (var target : onePerRole()) faults.add(Faults.killed(target, seconds(0, 2)));
        faults.add(Faults.hung(Target.DATABASE, LONG));
        faults.add(Faults.flood(chatNode(), Duration.ofSeconds(20)));
        faults.add(filesDown(random.nextInt(3), seconds(6, 10)));
        faults.add(Faults.indexDiskFull(seconds(4, 6)));
        faults.add(Faults.engineKilled(seconds(0, 2)));
        faults.add(Faults.engineHung(seconds(6, 10)));
        var others = new ArrayList<>(List.of(
                Faults.disconnected(chatNode(), Target.BROKER, proxyMode(), seconds(6, 10)),
                Faults.disconnected(persister(), Target.DATABASE, proxyMode(), seconds(6, 10)),
                Faults.reconnectStorm(),
                Faults.clockJump(clockChange(), seconds(4, 6))));
        faults.addAll(shuffled(others, possible).stream().limit(SMALL_OTHERS).toList());
        return shuffled(faults, possible).stream().map(Step::of).toList();
    }

    private List<Step> full(Predicate<Fault> possible) {
        var faults = new ArrayList<Fault>();
        for (var target : onePerRole())
            faults.add(Faults.killed(target, target == Target.DATABASE ? LONG : seconds(0, 15)));
        for (var target : onePerRole()) faults.add(Faults.hung(target, LONG));
        faults.add(Faults.slowDatabase(SLOW_STATEMENT, LONG));
        faults.add(Faults.databaseNameLost(LONG));
        faults.add(Faults.flood(chatNode(), seconds(20, 30)));
        faults.add(Faults.longAbsence(60, 300, 900));
        for (var target : onePerRole()) faults.add(Faults.restarted(target));
        for (var mode : PROXY_MODES) {
            for (var server : List.of(Target.BROKER, Target.DATABASE)) {
                faults.add(Faults.disconnected(chatNode(), server, mode, seconds(10, 40)));
                faults.add(Faults.disconnected(persister(), server, mode, seconds(10, 40)));
            }
        }
        faults.add(Faults.reconnectStorm());
        faults.add(Faults.slowClients(SLOW_CLIENTS));
        faults.add(Faults.clockJump(clockChange(), seconds(15, 40)));
        faults.add(Faults.diskFull(seconds(20, 40)));
        for (int way = 0; way < 3; way++) faults.add(filesDown(way, seconds(20, 40)));
        faults.add(Faults.indexDiskFull(seconds(20, 40)));
        faults.add(Faults.engineKilled(seconds(0, 15)));
        faults.add(Faults.engineHung(LONG));
        faults.add(Faults.rollingRestart());
        return grouped(new ArrayDeque<>(shuffled(faults, possible)));
    }

    private List<Fault> shuffled(List<Fault> faults, Predicate<Fault> possible) {
        faults.removeIf(possible.negate());
        Collections.shuffle(faults, random);
        return faults;
    }

    private List<Step> grouped(Deque<Fault> faults) {
        var steps = new ArrayList<Step>();
        while (!faults.isEmpty()) {
            var first = faults.poll();
            var concurrent = new ArrayList<>(List.of(new Step.Timed(Duration.ZERO, first)));
            var affected = EnumSet.noneOf(Target.class);
            affected.addAll(first.affected());
            for (var others = faults.iterator();
                    others.hasNext()
                            && concurrent.size() < MAX_CONCURRENT
                            && random.nextDouble() < SHARE_CONCURRENT; ) {
                var other = others.next();
                if (!Collections.disjoint(affected, other.affected())) continue;
                affected.addAll(other.affected());
                concurrent.add(new Step.Timed(Duration.ofMillis(random.nextInt(8_000)), other));
                others.remove();
            }
            steps.add(new Step(concurrent, seconds(1, 5)));
        }
        return steps;
    }

    private static Fault filesDown(int way, Duration duration) {
        return switch (way) {
            case 0 -> Faults.killed(Target.FILES, duration);
            case 1 -> Faults.hung(Target.FILES, duration);
            default -> Faults.filesDiskFull(duration);
        };
    }

    private List<Target> onePerRole() {
        return List.of(chatNode(), persister(), Target.BROKER, Target.DATABASE);
    }

    private Target chatNode() {
        return random.nextBoolean() ? Target.CHAT_ONE : Target.CHAT_TWO;
    }

    private Target persister() {
        return random.nextBoolean() ? Target.PERSISTER_ONE : Target.PERSISTER_TWO;
    }

    private ProxyMode proxyMode() {
        return PROXY_MODES.get(random.nextInt(PROXY_MODES.size()));
    }

    /** Some minutes forward or back. */
    private Duration clockChange() {
        return Duration.ofMinutes((2 + random.nextInt(18)) * (random.nextBoolean() ? 1 : -1));
    }

    private Duration seconds(int least, int most) {
        return Duration.ofMillis(least * 1_000L + random.nextInt((most - least) * 1_000 + 1));
    }
}
