package parley.devservices.services;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A broker and controller in one, for one machine: with a small memory footprint and fast recovery after a crash. */
record BrokerSettings(int port, int controllerPort, Path data) {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    Map<String, String> asMap() {
        var settings = new HashMap<>(node());
        settings.putAll(topics());
        settings.putAll(resources());
        return settings;
    }

    private Map<String, String> node() {
        var broker = "PLAINTEXT://" + Ports.HOST + ":" + port;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE),
                // The voters are configured at each start, so that the controller's port may change.
                "controller.quorum.voters",
                NODE + "@" + Ports.HOST + ":" + controllerPort,
                "controller.listener.names",
                CONTROLLER,
                "listeners",
                broker + "," + CONTROLLER + "://" + Ports.HOST + ":" + controllerPort,
                "advertised.listeners",
                broker,
                "log.dirs",
                data.toString(),
                // After a crash, the broker can register only when its old session has expired.
                "broker.session.timeout.ms",
                "2000",
                "broker.heartbeat.interval.ms",
                "500");
    }

    private static Map<String, String> topics() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "default.replication.factor", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0");
    }

    private static Map<String, String> resources() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "4",
                "log.cleaner.dedupe.buffer.size", "8388608");
    }
}
