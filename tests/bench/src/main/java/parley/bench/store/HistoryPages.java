package parley.bench.store;

import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.world.BenchCluster;
import parley.cluster.client.Api;
import parley.cluster.client.Person;

/** Pages of 50 amid many rows: the newest, and one from anywhere; by the query alone and over HTTP. */
public final class HistoryPages implements Measurement {

    private static final int CONVERSATIONS = 10_000;
    private static final int DIGITS = 3;
    private static final long SEED = 5;

    private interface Reading {
        int rows(Place place) throws Exception;
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public void measure(BenchCluster world, Form form, Results results) throws Exception {
        int count = form == Form.SHORT ? 200_000 : 10_000_000;
        int pages = form == Form.SHORT ? 500 : 5_000;
        var name = "history of %,d rows, ".formatted(count);
        var reader = Person.register(world.chats().getFirst(), "reader");
        var api = reader.at(world.chats().getFirst());
        long began = System.nanoTime();
        try (var rows = new HistoryRows(world.database().address(), Sizes.zipf(count, CONVERSATIONS), reader.id());
                var query = new PageQuery(world.database().address())) {
            if (rows.count() != count) throw new IllegalStateException("there are " + rows.count() + " rows");
            results.add(new Figure(name + "made in", (System.nanoTime() - began) / 1e9, "s"));
            for (var newest : new boolean[] {true, false}) {
                var which = name + (newest ? "newest page" : "page in the middle");
                query.requireByPrimaryKey(Place.next(rows, newest, new SplittableRandom(SEED)));
                long before = query.readsSoFar();
                results.latency(which + " in the database", times(rows, newest, pages, query::read));
                results.add(new Figure(
                        which + " in the database, rows read",
                        (double) (query.readsSoFar() - before) / (2 * pages),
                        "rows"));
                results.latency(which + " over HTTP", times(rows, newest, pages, place -> read(api, place)));
            }
        }
    }

    private static int read(Api api, Place place) {
        var before = place.isNewest() ? "" : "?before=" + place.before();
        return api.get("/api/conversations/" + place.conversation() + "/messages" + before)
                .as(200)
                .path("items")
                .size();
    }

    /** The first half warms up. */
    private static Histogram times(HistoryRows rows, boolean newest, int pages, Reading reading) throws Exception {
        var random = new SplittableRandom(SEED);
        var nanos = new Histogram(DIGITS);
        for (int i = 0; i < 2 * pages; i++) {
            var place = Place.next(rows, newest, random);
            long began = System.nanoTime();
            int read = reading.rows(place);
            long took = System.nanoTime() - began;
            if (read == 0 && place.before() > HistoryRows.STRIDE)
                throw new IllegalStateException("nothing stands before " + place);
            if (i >= pages) nanos.recordValue(took);
        }
        return nanos;
    }
}
