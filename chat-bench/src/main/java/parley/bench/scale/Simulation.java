package parley.bench.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Messages of one cell on their way through sender's node, broker, every node of the cell and the persister, event by
 * event: what queues before what. The log is read by one thread of a node; everything else of a node shares its cores.
 */
public final class Simulation {

    private static final long HIGHEST_MICROS = 60_000_000;

    private record Event(double at, Runnable work) {}

    /** @param busiest what had the most to do, and how much of its time */
    public record Outcome(double p50Millis, double p99Millis, String busiest, double utilisation) {}

    private final CostsOfAMessage costs;
    private final Cluster cluster;
    private final Random random = new Random(7);
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingDouble(Event::at));
    private final Histogram latencies = new Histogram(HIGHEST_MICROS, 3);
    private final List<Station> nodes;
    private final List<Station> readers;
    private final Station broker;
    private final Station persister;
    private final Station database;

    private Simulation(CostsOfAMessage costs, Cluster cluster) {
        this.costs = costs;
        this.cluster = cluster;
        nodes = stations("chat node", cluster.cores());
        readers = stations("the thread that reads the log", 1);
        broker = new Station("broker", cluster.cores());
        persister = new Station("persister", cluster.cores());
        database = new Station("database", cluster.cores());
    }

    private List<Station> stations(String name, int servers) {
        return IntStream.range(0, cluster.cellNodes()).mapToObj(i -> new Station(name, servers)).toList();
    }

    /** @param perSecond messages of all cells together, at random moments */
    public static Outcome run(CostsOfAMessage costs, Cluster cluster, double perSecond, int messages) {
        return new Simulation(costs, cluster).run(perSecond * cluster.cellNodes() / cluster.nodes(), messages);
    }

    private Outcome run(double perSecond, int messages) {
        double at = 0;
        for (int i = 0; i < messages; i++) {
            at += -Math.log(1 - random.nextDouble()) * 1e6 / perSecond;
            double sent = at;
            events.add(new Event(sent, () -> send(sent)));
        }
        for (var event = events.poll(); event != null; event = events.poll()) event.work.run();
        var all = new ArrayList<>(List.of(broker, persister, database));
        Stream.of(nodes, readers).forEach(all::addAll);
        var busiest = all.stream().max(Comparator.comparingDouble(Station::utilisation)).orElseThrow();
        return new Outcome(latencies.getValueAtPercentile(50) / 1e3, latencies.getValueAtPercentile(99) / 1e3,
                busiest.toString(), busiest.utilisation());
    }

    private void send(double sent) {
        double taken = nodes.get(random.nextInt(nodes.size())).serve(sent, costs.intake());
        at(taken, () -> at(broker.serve(taken, costs.broker() + costs.fetch() * (nodes.size() + 1)), this::appended, sent));
    }

    private interface Next {
        void at(double time, double sent);
    }

    private void at(double time, Runnable work) {
        events.add(new Event(time, work));
    }

    private void at(double time, Next next, double sent) {
        at(time, () -> next.at(time, sent));
    }

    private void appended(double now, double sent) {
        at(persister.serve(now, costs.store()), (stored, s) -> database.serve(stored, costs.insert()), sent);
        var here = new int[nodes.size()];
        for (int i = 0; i < cluster.receivers(); i++) here[random.nextInt(here.length)]++;
        for (int i = 0; i < here.length; i++) {
            int node = i;
            at(readers.get(i).serve(now, costs.read()), (read, s) -> deliver(node, here[node], read, s), sent);
        }
    }

    private void deliver(int node, int receivers, double now, double sent) {
        double last = now;
        for (int i = 0; i < receivers; i++) last = nodes.get(node).serve(now, costs.deliver());
        if (receivers > 0) latencies.recordValue(Math.min(HIGHEST_MICROS, (long) (last - sent)));
    }
}
