package parley.bench.scale;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * A discrete-event simulation of one cell: messages arrive at random times and queue before the sender's node, the broker,
 * the nodes that read them, the persister and the database. One core of a node is reserved for its log reader.
 */
final class Simulation {

    private static final long MAX_MICROS = 60_000_000;

    private record Event(double at, DoubleConsumer action) {}

    private record Message(double sent, int senderNode) {}

    /** @param bottleneck the station with the highest utilization */
    record Result(double p99Millis, String bottleneck, double utilization) {}

    private final MessageCost cost;
    private final Cluster cluster;
    private final Random random = new Random(7);
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingDouble(Event::at));
    private final Histogram latencies = new Histogram(MAX_MICROS, 3);
    private final List<QueueingStation> nodes;
    private final List<QueueingStation> readers;
    private final QueueingStation broker;
    private final QueueingStation persister;
    private final QueueingStation database;

    private Simulation(MessageCost cost, Cluster cluster) {
        this.cost = cost;
        this.cluster = cluster;
        nodes = stations("chat node", cluster.cores() - 1);
        readers = stations("log reader", 1);
        broker = new QueueingStation("broker", cluster.cores());
        persister = new QueueingStation("persister", cluster.cores());
        database = new QueueingStation("database", cluster.cores());
    }

    private List<QueueingStation> stations(String name, int servers) {
        return Stream.generate(() -> new QueueingStation(name, servers))
                .limit(cluster.cellNodes())
                .toList();
    }

    /** @param perSecond messages of all cells together */
    static Result run(MessageCost cost, Cluster cluster, double perSecond, int messages) {
        return new Simulation(cost, cluster).run(perSecond * cluster.cellNodes() / cluster.nodes(), messages);
    }

    private Result run(double perSecond, int messages) {
        double arrival = 0;
        for (int i = 0; i < messages; i++) {
            arrival += -Math.log(1 - random.nextDouble()) * 1e6 / perSecond;
            schedule(arrival, this::send);
        }
        for (var event = events.poll(); event != null; event = events.poll()) event.action.accept(event.at);
        var bottleneck = Stream.of(List.of(broker, persister, database), nodes, readers)
                .flatMap(List::stream)
                .max(Comparator.comparingDouble(QueueingStation::utilization))
                .orElseThrow();
        return new Result(latencies.getValueAtPercentile(99) / 1e3, bottleneck.toString(), bottleneck.utilization());
    }

    private void schedule(double time, DoubleConsumer action) {
        events.add(new Event(time, action));
    }

    private void send(double now) {
        var message = new Message(now, random.nextInt(nodes.size()));
        schedule(nodes.get(message.senderNode).serve(now, cost.admission()), admitted -> append(message, admitted));
    }

    private void append(Message message, double now) {
        int fetches = 1 + (cluster.owned() ? 1 : nodes.size()); // the persister's and the nodes'
        schedule(broker.serve(now, cost.broker() + cost.fetch() * fetches), appended -> read(message, appended));
    }

    private void read(Message message, double now) {
        schedule(persister.serve(now, cost.store()), stored -> database.serve(stored, cost.insert()));
        var receivers = new int[nodes.size()];
        for (int i = 0; i < cluster.receivers(); i++) receivers[random.nextInt(receivers.length)]++;
        if (cluster.owned()) {
            int owner = random.nextInt(nodes.size());
            schedule(readers.get(owner).serve(now, cost.read()), read -> forward(message, owner, receivers, read));
        } else {
            IntStream.range(0, receivers.length)
                    .forEach(node -> schedule(
                            readers.get(node).serve(now, cost.read()),
                            read -> deliver(message, node, receivers[node], read)));
        }
    }

    /** To the nodes of receivers and sender: it costs the owner a frame, and each of them the reading of a record. */
    private void forward(Message message, int owner, int[] receivers, double now) {
        for (int i = 0; i < receivers.length; i++) {
            int node = i;
            if (node == owner) {
                deliver(message, node, receivers[node], now);
            } else if (receivers[node] > 0 || node == message.senderNode) {
                schedule(nodes.get(owner).serve(now, cost.deliver()), sent -> {
                    double received = nodes.get(node).serve(sent, cost.read());
                    schedule(received, read -> deliver(message, node, receivers[node], read));
                });
            }
        }
    }

    private void deliver(Message message, int node, int receivers, double now) {
        double last = now;
        for (int i = 0; i < receivers; i++) last = nodes.get(node).serve(now, cost.deliver());
        if (receivers > 0) latencies.recordValue(Math.min(MAX_MICROS, (long) (last - message.sent)));
    }
}
