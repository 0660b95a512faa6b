package parley.bench.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import parley.cluster.server.Node;
import parley.cluster.server.TestPaths;

/** A server with the product's {@code server.xml} and heap, whose only application is {@link Echo}. */
record EchoServer(Node node) implements AutoCloseable {

    /** Gives the echo the path of the product's socket. */
    private static final String WEB_EXT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <web-ext xmlns="http://websphere.ibm.com/xml/ns/javaee" version="1.0"><context-root uri="/"/></web-ext>
            """;

    /** Does not start it. */
    static EchoServer create() throws IOException {
        return new EchoServer(new Node("echo", "echo", war().toString(), Map.of("JVM_ARGS", "-Xmx2g")));
    }

    static EchoServer start() throws IOException {
        var server = create();
        server.node.start();
        server.node.awaitReady();
        return server;
    }

    private static Path war() throws IOException {
        var war = TestPaths.made(TestPaths.WORLD.resolve("echo")).resolve("echo.war");
        var classFile = Echo.class.getName().replace('.', '/') + ".class";
        try (var zip = new ZipOutputStream(Files.newOutputStream(war));
                var code = Echo.class.getResourceAsStream("/" + classFile)) {
            zip.putNextEntry(new ZipEntry("WEB-INF/ibm-web-ext.xml"));
            zip.write(WEB_EXT.getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + classFile));
            code.transferTo(zip);
        }
        return war;
    }

    @Override
    public void close() {
        node.kill();
    }
}
