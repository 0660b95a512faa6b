package parley.bench.measure;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import parley.bench.cost.Costs;
import parley.bench.data.LogClients;
import parley.bench.data.LogRecords;
import parley.bench.data.Seed;
import parley.bench.limit.InsertLimit;
import parley.bench.result.RateSampler;
import parley.bench.run.Bench;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;

/** Rows per second of the persister with a backlog: after its own start, when its code is cold, and after a database outage. */
public final class Backlog {

    private static final int CONVERSATIONS = 1_000;
    private static final Duration START_TIMEOUT = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Backlog() {}

    public static void measure(Bench bench) {
        var cluster = bench.cluster();
        int records = bench.choose(100_000, 1_000_000);
        var conversations = insertConversations(cluster);
        var name = "persister, backlog of %,d, after ".formatted(records);

        cluster.persister().end();
        long stored = Stored.stored(cluster);
        append(cluster, conversations, records);
        drain(bench, stored, cluster.persister()::start, name + "its own start");
        Stored.requireRows(cluster, conversations, records);

        stored = Stored.stored(cluster);
        cluster.database().end();
        append(cluster, conversations, records);
        drain(bench, stored, cluster.database()::comeUp, name + "an outage of the database");
        Stored.requireRows(cluster, conversations, 2L * records);
    }

    /** The rate counts from the first row that is stored until nothing is left to store. */
    private static void drain(Bench bench, long storedBefore, Runnable start, String name) {
        var cluster = bench.cluster();
        long end = Stored.appended(cluster);
        start.run();
        Eventually.yields(START_TIMEOUT, cluster.persister()::jvmPid);
        while (stored(cluster) == storedBefore) Eventually.pause(PAUSE);
        var rate = new RateSampler(() -> stored(cluster));
        var costs = Costs.begin(cluster);
        long storedAtStart = stored(cluster);
        rate.until(stored -> stored >= end).addTo(bench.results(), name, "rows/s", InsertLimit.byAllCores());
        costs.add(name, end - storedAtStart, "messages", bench.results());
        cluster.persister().awaitReady();
    }

    private static long stored(BenchCluster cluster) {
        if (!cluster.persister().isAlive()) throw new IllegalStateException("the persister has ended");
        return Stored.stored(cluster);
    }

    /** New groups with two members who do not exist: the persister does not read users, and nobody is connected. */
    private static List<Long> insertConversations(BenchCluster cluster) {
        var seed = new Seed(cluster);
        long first = seed.nextId("conversation");
        var ids = LongStream.range(first, first + CONVERSATIONS).boxed().toList();
        seed.insert(
                "conversation (id, kind, title, member_count, last_at, created_at)",
                ids.stream()
                        .map("(%d, 'group', 'backlog', 2, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"::formatted)
                        .toList());
        seed.insert(
                "membership (conversation_id, user_id, role, version)",
                ids.stream()
                        .map(id -> "(%d, %d, 'member', 1), (%1$d, %d, 'member', 1)"
                                .formatted(id, member(id, 0), member(id, 1)))
                        .toList());
        return ids;
    }

    private static long member(long conversation, int index) {
        return 1_000_000_000L + 2 * conversation + index;
    }

    private static void append(BenchCluster cluster, List<Long> conversations, int records) {
        new LogClients(cluster.broker().address())
                .append(IntStream.range(0, records).mapToObj(i -> {
                    long conversation = conversations.get(i % CONVERSATIONS);
                    return LogRecords.message(Log.MESSAGES, conversation, member(conversation, i / CONVERSATIONS % 2));
                }));
    }
}
