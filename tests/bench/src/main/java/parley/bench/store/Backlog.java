package parley.bench.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.bench.limit.RawInserts;
import parley.bench.log.LogClients;
import parley.bench.log.MessageRecords;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Log;
import parley.cluster.server.Rows;

/**
 * How fast the persister stores what lies in the log: when it was away itself, and has yet to compile what it does; and
 * when the database was.
 */
public final class Backlog implements Measurement {

    private static final int CONVERSATIONS = 1_000;

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public void measure(BenchCluster world, Form form, Results results) {
        int records = form == Form.SHORT ? 100_000 : 1_000_000;
        var conversations = conversations(world.rows());
        var log = new LogClients(world.broker().address());
        var name = "persister, backlog of %,d".formatted(records);

        world.persister().end();
        log.append(records(conversations, records));
        drain(Drain.from(world), world.persister()::start, name + ", after its own start", results);
        requireRows(world, conversations, records);

        var drain = Drain.from(world);
        world.database().end();
        log.append(records(conversations, records));
        drain(drain, world.database()::comeUp, name + ", after an outage of the database", results);
        requireRows(world, conversations, 2L * records);
    }

    private static void drain(Drain drain, Runnable begin, String name, Results results) {
        var drained = drain.watched(begin, name, results);
        results.add(new Figure(name, drained.rowsPerSecond(), "rows/s", RawInserts.byAllCores()));
        results.series(drained.series());
    }

    private static void requireRows(BenchCluster world, List<Long> conversations, long appended) {
        long stored = world.rows().count(conversations);
        if (stored != appended)
            throw new IllegalStateException(appended + " records were appended, and there are " + stored + " rows");
    }

    /** New ones of two members each; nobody is connected, so no node needs to know of them. */
    private static List<Long> conversations(Rows rows) {
        long first = ((Number) rows.select("SELECT COALESCE(MAX(id), 0) + 1 FROM conversation")
                        .getFirst()
                        .getFirst())
                .longValue();
        var ids = LongStream.range(first, first + CONVERSATIONS).boxed().toList();
        rows.execute("INSERT INTO conversation (id, kind, title, member_count, last_at, created_at) VALUES "
                + ids.stream()
                        .map(id -> "(%d, 'group', 'backlog', 2, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))".formatted(id))
                        .collect(Collectors.joining(",")));
        rows.execute("INSERT INTO membership (conversation_id, user_id, role, version) VALUES "
                + ids.stream()
                        .map(id ->
                                "(%d, %d, 'member', 1), (%d, %d, 'member', 1)".formatted(id, one(id), id, one(id) + 1))
                        .collect(Collectors.joining(",")));
        return ids;
    }

    /** Users that are nobody: a row of a message does not ask. */
    private static long one(long conversation) {
        return 1_000_000_000L + 2 * conversation;
    }

    private static Stream<ProducerRecord<String, String>> records(List<Long> conversations, int count) {
        var records = new MessageRecords(Log.MESSAGES);
        return IntStream.range(0, count).mapToObj(i -> {
            long conversation = conversations.get(i % conversations.size());
            return records.next(conversation, one(conversation) + i / conversations.size() % 2);
        });
    }
}
