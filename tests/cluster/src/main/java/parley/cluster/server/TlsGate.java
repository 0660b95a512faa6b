package parley.cluster.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.httpproxy.HttpProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Stands before an HTTP server that has neither TLS nor users: it has a certificate of its own, and asks for a password. */
public final class TlsGate implements AutoCloseable {

    private static final String STORE_PASSWORD = "changeit";

    private final Vertx vertx = Vertx.vertx();
    private final int port = Ports.free();
    private final Path keys;

    /** @param name of the file with its certificate */
    public TlsGate(String name, URI server, String user, String password) {
        keys = certificate(TestPaths.made(TestPaths.WORLD).resolve(name + ".p12"));
        var expected = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        var proxy = HttpProxy.reverseProxy(vertx.createHttpClient()).origin(server.getPort(), server.getHost());
        var options = new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PfxOptions().setPath(keys.toString()).setPassword(STORE_PASSWORD));
        vertx.createHttpServer(options)
                .requestHandler(request -> {
                    if (expected.equals(request.getHeader("Authorization"))) proxy.handle(request);
                    else request.response().setStatusCode(401).end();
                })
                .listen(port, Ports.HOST)
                .await();
    }

    /** For the address, and valid for a day. */
    private static Path certificate(Path file) {
        var command = List.of(
                TestPaths.java().resolveSibling("keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-validity",
                "1",
                "-dname",
                "CN=gate",
                "-ext",
                "san=ip:" + Ports.HOST,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                STORE_PASSWORD);
        try {
            Files.deleteIfExists(file);
            int status = ManagedProcess.start("keytool", command, Map.of(), TestPaths.WORLD.resolve("keytool.log"))
                    .process()
                    .waitFor();
            if (status != 0) throw new IllegalStateException("keytool failed with " + status);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public URI uri() {
        return URI.create("https://" + Ports.HOST + ":" + port);
    }

    /** Options of a JVM that trusts this certificate. */
    public String jvmOptions() {
        return "-Djavax.net.ssl.trustStore=" + keys + " -Djavax.net.ssl.trustStorePassword=" + STORE_PASSWORD;
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
