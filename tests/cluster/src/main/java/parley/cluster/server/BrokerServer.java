package parley.cluster.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** Kafka's own broker, as anybody would start it, with a door for each client that wants a link of its own. */
public final class BrokerServer implements ServerProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private record Door(String listener, int port, TcpProxy link) {}

    private final int port = Ports.free();
    private final int controllerPort = Ports.free();
    private final List<String> jvm;
    private final List<Door> doors = new ArrayList<>();
    private final Path folder = TestPaths.made(TestPaths.WORLD.resolve("broker"));
    private final Path settings = folder.resolve("server.properties");
    private ManagedProcess running;

    /** @param jvm options of the virtual machine that it runs in */
    public BrokerServer(String... jvm) {
        this.jvm = List.of(jvm);
    }

    public String address() {
        return Ports.HOST + ":" + port;
    }

    /** The process, while it runs. */
    public long pid() {
        return running.process().pid();
    }

    /** The way of one client to it; to be asked for before the start. */
    public TcpProxy door(String client) {
        int doorPort = Ports.free();
        var link = new TcpProxy(Ports.HOST, doorPort);
        doors.add(new Door(client.toUpperCase().replace('-', '_'), doorPort, link));
        return link;
    }

    /** Past every link. */
    public Log log() {
        return new Log(address());
    }

    @Override
    public void start() {
        if (!Files.exists(settings)) format();
        running = ManagedProcess.start("broker", command("kafka.Kafka", settings.toString()), Map.of(), logFile());
    }

    private void format() {
        try {
            Files.write(settings, properties());
            var format = ManagedProcess.start(
                    "broker-format",
                    command(
                            "kafka.tools.StorageTool",
                            "format",
                            "-t",
                            Uuid.randomUuid().toString(),
                            "-c",
                            settings.toString()),
                    Map.of(),
                    logFile());
            format.process().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path logFile() {
        return TestPaths.made(TestPaths.WORLD.resolve("logs")).resolve("broker.log");
    }

    private List<String> command(String... main) {
        try {
            var command = new ArrayList<>(List.of(TestPaths.java().toString()));
            command.addAll(jvm);
            command.addAll(List.of(
                    "-Dlog4j2.configurationFile=classpath:parley/devservices/services/log4j2.xml",
                    "-Dparley.embedded.broker.log=" + folder.resolve("broker.log"),
                    "-Dparley.embedded.database.log=" + folder.resolve("none.log"),
                    "-cp",
                    Files.readString(TestPaths.built("dev-services/target/embedded.classpath"))
                            .strip()));
            command.addAll(List.of(main));
            return command;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> properties() {
        var properties = new LinkedHashMap<String, String>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@" + Ports.HOST + ":" + controllerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("inter.broker.listener.name", "DIRECT");
        var all = new LinkedHashMap<String, Integer>();
        var advertised = new LinkedHashMap<String, Integer>();
        all.put("DIRECT", port);
        advertised.put("DIRECT", port);
        doors.forEach(door -> {
            all.put(door.listener, door.port);
            advertised.put(door.listener, door.link.port());
        });
        all.put("CONTROLLER", controllerPort);
        properties.put("listeners", listeners(all));
        properties.put("advertised.listeners", listeners(advertised));
        properties.put(
                "listener.security.protocol.map",
                all.keySet().stream().map(name -> name + ":PLAINTEXT").collect(Collectors.joining(",")));
        properties.put("log.dirs", folder.resolve("data").toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("num.network.threads", "1");
        // After a crash the controller must see the old session end before the broker may come back.
        properties.put("broker.session.timeout.ms", "2000");
        properties.put("broker.heartbeat.interval.ms", "500");
        return properties.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .toList();
    }

    private static String listeners(Map<String, Integer> ports) {
        return ports.entrySet().stream()
                .map(e -> e.getKey() + "://" + Ports.HOST + ":" + e.getValue())
                .collect(Collectors.joining(","));
    }

    @Override
    public void awaitReady() {
        Eventually.holds(PATIENCE, () -> {
            if (!isReady()) throw new AssertionError("the broker does not answer");
        });
    }

    @Override
    public boolean isReady() {
        if (!isAlive()) return false;
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
    public boolean isAlive() {
        return running != null && running.isAlive();
    }

    @Override
    public void kill() {
        running.kill();
    }

    @Override
    public boolean end() {
        return running.end(Duration.ofSeconds(30));
    }

    @Override
    public void freeze() {
        running.freeze();
    }

    @Override
    public void thaw() {
        running.thaw();
    }

    @Override
    public String toString() {
        return "broker";
    }
}
