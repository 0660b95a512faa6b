package parley.web.log.source;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A broker and controller in this JVM, where it can be started only once. */
final class EmbeddedBroker implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final String CONTROLLER = "CONTROLLER";
    private static final String NODE = "1";

    private final int port;
    private final KafkaRaftServer server;

    EmbeddedBroker(Path data) throws Exception {
        port = freePort();
        int controllerPort = freePort();
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(Integer.parseInt(NODE))
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(data.toString())
                .addDirectory(data.toString())
                .run();
        server = new KafkaRaftServer(new KafkaConfig(settings(data, controllerPort), false), Time.SYSTEM);
        server.startup();
    }

    private Map<String, String> settings(Path data, int controllerPort) {
        var broker = "PLAINTEXT://" + HOST + ":" + port;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                NODE,
                "controller.quorum.voters",
                NODE + "@" + HOST + ":" + controllerPort,
                "controller.listener.names",
                CONTROLLER,
                "listeners",
                broker + "," + CONTROLLER + "://" + HOST + ":" + controllerPort,
                "advertised.listeners",
                broker,
                "log.dirs",
                data.toString(),
                "auto.create.topics.enable",
                "false",
                "log.cleaner.dedupe.buffer.size",
                "8388608");
    }

    String address() {
        return HOST + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }
}
