package parley.bench.measure;

import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import parley.bench.run.Bench;
import parley.cluster.client.Api;
import parley.cluster.client.Person;

/** Pages of 50 among many rows: the newest, and one from any place; the query alone and over HTTP. */
public final class HistoryPages {

    private static final int CONVERSATIONS = 10_000;
    private static final long SEED = 5;

    /** The page of a conversation that ends before a position; {@code Long.MAX_VALUE} is the newest page. */
    record PageRef(long conversation, long before) {}

    @FunctionalInterface
    private interface Reader {
        /** @return the number of rows */
        int read(PageRef page) throws Exception;
    }

    private HistoryPages() {}

    public static void measure(Bench bench) throws Exception {
        int rows = bench.choose(200_000, 10_000_000);
        int pages = bench.choose(500, 5_000);
        var results = bench.results();
        var node = bench.oneNode().getFirst();
        var user = Person.register(node, "reader");
        long start = System.nanoTime();
        try (var history = new HistoryRows(bench.cluster(), rows, CONVERSATIONS, user.id());
                var query = new PageQuery(bench.cluster().database().address())) {
            results.add("history of %,d rows, made in".formatted(rows), (System.nanoTime() - start) / 1e9, "s");
            for (boolean newest : new boolean[] {true, false}) {
                var name = "history of %,d rows, %s".formatted(rows, newest ? "newest page" : "page in the middle");
                query.requirePrimaryKey(next(history, newest, new SplittableRandom(SEED)));
                long before = query.readsSoFar();
                results.latency(name + " in the database", time(history, newest, pages, query::read));
                double readsPerPage = (query.readsSoFar() - before) / (2.0 * pages);
                results.add(name + " in the database, rows read", readsPerPage, "rows");
                results.latency(name + " over HTTP", time(history, newest, pages, page -> read(user.at(node), page)));
            }
        }
    }

    private static int read(Api api, PageRef page) {
        var before = page.before == Long.MAX_VALUE ? "" : "?before=" + page.before;
        return api.get("/api/conversations/" + page.conversation + "/messages" + before)
                .as(200)
                .path("items")
                .size();
    }

    /** Times twice as many reads as are recorded; the first half is a warm-up. */
    private static Histogram time(HistoryRows history, boolean newest, int pages, Reader reader) throws Exception {
        var random = new SplittableRandom(SEED);
        var nanos = new Histogram(3);
        for (int i = 0; i < 2 * pages; i++) {
            var page = next(history, newest, random);
            long start = System.nanoTime();
            int rows = reader.read(page);
            long took = System.nanoTime() - start;
            if (rows == 0 && page.before > HistoryRows.STRIDE) throw new IllegalStateException("no rows in " + page);
            if (i >= pages) nanos.recordValue(took);
        }
        return nanos;
    }

    /** Every other page is from the largest conversation, the rest from any. */
    private static PageRef next(HistoryRows history, boolean newest, SplittableRandom random) {
        int index = random.nextBoolean() ? 0 : random.nextInt(CONVERSATIONS);
        long last = Math.max(1, history.lastPos(index));
        return new PageRef(history.conversation(index), newest ? Long.MAX_VALUE : 1 + random.nextLong(last));
    }
}
