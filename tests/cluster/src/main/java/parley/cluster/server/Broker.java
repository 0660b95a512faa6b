package parley.cluster.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * A Kafka broker with its controller in one process. A client with a proxy has a listener of its own, which is
 * advertised at the proxy's address, so that all its connections pass the proxy.
 */
public final class Broker extends ServerProcess {

    private static final String DIRECT = "DIRECT";
    private static final String CONTROLLER = "CONTROLLER";

    private record Listener(int port, int advertisedPort) {}

    private final String name;
    private final List<String> jvmOptions;
    private final int port = Ports.free();
    private final Map<String, Listener> listeners = new LinkedHashMap<>();
    private final Path folder;
    private final Path settings;
    private final Path output;
    private final Log log = new Log(address());

    /** @param name of its folder and its log file */
    Broker(String name, List<String> jvmOptions) {
        this.name = name;
        this.jvmOptions = jvmOptions;
        folder = TestPaths.made(TestPaths.WORLD.resolve(name));
        settings = folder.resolve("server.properties");
        output = TestPaths.made(TestPaths.WORLD.resolve("logs")).resolve(name + ".log");
        listeners.put(DIRECT, new Listener(port, port));
    }

    public String address() {
        return Ports.HOST + ":" + port;
    }

    /** Access to the log without any proxy. */
    public Log log() {
        return log;
    }

    /** A new proxy for one client. Call it before the first start: listeners are fixed then. */
    TcpProxy proxy(String client) {
        int listenerPort = Ports.free();
        var proxy = new TcpProxy(Ports.HOST, listenerPort);
        listeners.put(client.toUpperCase(Locale.ROOT).replace('-', '_'), new Listener(listenerPort, proxy.port()));
        return proxy;
    }

    @Override
    protected ManagedProcess launch() {
        if (!Files.exists(settings)) format();
        return ManagedProcess.start(name, command("kafka.Kafka", settings.toString()), Map.of(), output);
    }

    private void format() {
        try {
            Files.write(settings, properties());
            var clusterId = Uuid.randomUuid().toString();
            var tool = command("kafka.tools.StorageTool", "format", "-t", clusterId, "-c", settings.toString());
            int status = ManagedProcess.start(name + "-format", tool, Map.of(), output)
                    .process()
                    .waitFor();
            if (status != 0) throw new IllegalStateException("cannot format the broker's storage; see " + output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(String... main) {
        var command = new ArrayList<>(List.of(TestPaths.java().toString()));
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-Dlog4j2.configurationFile=classpath:parley/devservices/services/log4j2.xml",
                "-Dparley.embedded.broker.log=" + folder.resolve("broker.log"),
                "-Dparley.embedded.database.log=" + folder.resolve("none.log"),
                "-cp",
                TestPaths.devServicesClasspath()));
        command.addAll(List.of(main));
        return command;
    }

    private List<String> properties() {
        var properties = new LinkedHashMap<String, String>();
        var all = new LinkedHashMap<>(listeners);
        int controllerPort = Ports.free();
        all.put(CONTROLLER, new Listener(controllerPort, controllerPort));
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@" + Ports.HOST + ":" + controllerPort);
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("inter.broker.listener.name", DIRECT);
        properties.put("listeners", joined(all, (name, at) -> name + "://" + Ports.HOST + ":" + at.port));
        properties.put(
                "advertised.listeners",
                joined(listeners, (name, at) -> name + "://" + Ports.HOST + ":" + at.advertisedPort));
        properties.put("listener.security.protocol.map", joined(all, (name, at) -> name + ":PLAINTEXT"));
        properties.put("log.dirs", folder.resolve("data").toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("num.network.threads", "1");
        // A broker that was killed may register again only after the controller has expired its old session.
        properties.put("broker.session.timeout.ms", "2000");
        properties.put("broker.heartbeat.interval.ms", "500");
        return properties.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .toList();
    }

    private static String joined(
            Map<String, Listener> listeners, java.util.function.BiFunction<String, Listener, String> text) {
        return listeners.entrySet().stream()
                .map(e -> text.apply(e.getKey(), e.getValue()))
                .collect(Collectors.joining(","));
    }

    @Override
    public boolean isReady() {
        // A client of a broker that does not listen yet logs dozens of lines a second.
        if (!isAlive() || !Ports.isOpen(port)) return false;
        Map<String, Object> client = Map.of(
                "bootstrap.servers",
                address(),
                "client.id",
                "test",
                "request.timeout.ms",
                2_000,
                "default.api.timeout.ms",
                3_000);
        try (var admin = Admin.create(client)) {
            return !admin.describeCluster().nodes().get(4, TimeUnit.SECONDS).isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception notYet) {
            return false;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
