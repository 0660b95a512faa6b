package parley.bench.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import parley.bench.limit.echo.Echo;
import parley.cluster.server.Node;
import parley.cluster.server.TestPaths;

/** A Liberty with the product's server.xml and heap that has nothing but an echo behind its sockets. */
final class EchoServer implements AutoCloseable {

    /** The place that the product's socket has. */
    private static final String AT_THE_ROOT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <web-ext xmlns="http://websphere.ibm.com/xml/ns/javaee" version="1.0"><context-root uri="/"/></web-ext>
            """;

    private final Node node;

    private EchoServer(Node node) {
        this.node = node;
    }

    static EchoServer started() throws IOException {
        var server = new EchoServer(new Node("echo", "echo", war().toString(), Map.of("JVM_ARGS", "-Xmx2g")));
        server.node.start();
        server.node.awaitReady();
        return server;
    }

    private static Path war() throws IOException {
        var war = TestPaths.made(TestPaths.WORLD.resolve("echo")).resolve("echo.war");
        var name = Echo.class.getName().replace('.', '/') + ".class";
        try (var zip = new ZipOutputStream(Files.newOutputStream(war));
                var code = Echo.class.getResourceAsStream("/" + name)) {
            put(zip, "WEB-INF/ibm-web-ext.xml", AT_THE_ROOT.getBytes(UTF_8));
            put(zip, "WEB-INF/classes/" + name, code.readAllBytes());
        }
        return war;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    Node node() {
        return node;
    }

    @Override
    public void close() {
        node.kill();
    }
}
