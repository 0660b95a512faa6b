package parley.devservices.services;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.internals.Exit;
import org.apache.kafka.metadata.storage.Formatter;

/** The Kafka broker, in this JVM. It cannot be started twice in one JVM: after a fault the JVM must end. */
final class Broker {

    private static final long MEGABYTES_NEEDED = 50;

    private final DataFolder folder;
    private final int port;
    private KafkaRaftServer server;

    Broker(DataFolder folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    int port() {
        return port;
    }

    /** Kafka halts the JVM on fatal errors; {@code end} is called instead. */
    static void onGivingUp(IntConsumer end) {
        Exit.setHaltProcedure((status, message) -> end.accept(status));
        Exit.setExitProcedure((status, message) -> end.accept(status));
    }

    void start() {
        try {
            folder.requireSpace(folder.kafka(), MEGABYTES_NEEDED);
            var data = folder.brokerData();
            if (!Files.isDirectory(data)) folder.makeWhole(data, Broker::format);
            var settings = new BrokerSettings(port, Ports.free(), data);
            var starting = new KafkaRaftServer(new KafkaConfig(settings.asMap(), false), Time.SYSTEM);
            starting.startup();
            server = starting;
        } catch (IOException e) {
            throw CannotStart.in(folder.root(), e);
        } catch (RuntimeException e) {
            throw notStarted(e);
        }
    }

    void stop() {
        if (server == null) return;
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path data) throws IOException {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE)
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("preparing " + data, e);
        }
    }

    private CannotStart notStarted(RuntimeException cause) {
        if (cause instanceof CannotStart known) return known;
        var message = String.valueOf(cause.getMessage());
        if (message.contains("Address already in use"))
            return CannotStart.portTaken("broker", port, "PARLEY_EMBEDDED_KAFKA_PORT");
        if (CannotStart.isDiskFull(message)) return CannotStart.diskFull(folder.root(), cause);
        return new CannotStart(
                "The embedded broker did not start (" + message + "); its log " + folder.brokerLog() + " says more.",
                cause);
    }
}
