package parley.system.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import parley.cluster.server.ManagedProcess;
import parley.cluster.server.Ports;
import parley.cluster.server.ServerProcess;
import parley.cluster.server.TestPaths;

/** nginx with the example of the server package, in which only ports and paths are replaced. */
final class Nginx extends ServerProcess {

    private static final String HOSTNAME = "localhost";

    private final Path program;
    private final Path folder;
    private final int port = Ports.free();

    /**
     * @param ports from each port in the example to the one that is used
     * @param otherPort of the only node of a second installation, which is served under the path of the example
     */
    Nginx(Path program, ServerPackage installed, Path folder, Map<Integer, Integer> ports, int otherPort)
            throws IOException {
        this.program = program;
        this.folder = TestPaths.made(folder);
        var example = Files.readString(installed.file("etc/nginx/parley.conf"))
                .replaceAll("(?m)^ *listen \\[::].*\\n", "")
                .replace("listen 80;", "listen " + Ports.HOST + ":" + Ports.free() + ";")
                .replace("listen 443 ", "listen " + Ports.HOST + ":" + port + " ")
                .replace("/etc/nginx/snippets", folder.toString())
                .replace("/etc/ssl/parley", folder.toString());
        for (var each : ports.entrySet())
            example = example.replace("127.0.0.1:" + each.getKey(), "127.0.0.1:" + each.getValue());
        example =
                withSubPath(example) + "upstream team { server %s:%d max_fails=0; }%n".formatted(Ports.HOST, otherPort);
        Files.writeString(folder.resolve("parley.conf"), example);
        Files.copy(installed.file("etc/nginx/parley-proxy.conf"), folder.resolve("parley-proxy.conf"));
        Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                pid %1$s/pid;
                error_log stderr;
                worker_processes 1;
                events {}
                http {
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    include %1$s/parley.conf;
                }
                """.formatted(folder));
        makeCertificate();
    }

    /** The locations at the end of the example, for an upstream of their own. */
    private static String withSubPath(String example) {
        int start = example.indexOf("    #location = /chat ");
        return example.substring(0, start)
                + example.substring(start).replace("#", "").replaceAll("parley_(chat|rest)", "team");
    }

    /** The installed nginx, which is installed if it is missing and this is Debian. */
    static Optional<Path> program() {
        return found().or(() -> {
            run(List.of("sh", "-c", "apt-get update && apt-get install -y --no-install-recommends nginx-light"));
            return found();
        });
    }

    private static Optional<Path> found() {
        return Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private void makeCertificate() {
        var command =
                "openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=%1$s -addext subjectAltName=DNS:%1$s"
                        + " -keyout %2$s/privkey.pem -out %2$s/fullchain.pem";
        if (run(List.of(command.formatted(HOSTNAME, folder).split(" "))) != 0)
            throw new IllegalStateException("openssl did not make a certificate");
    }

    private static int run(List<String> command) {
        try {
            return ManagedProcess.start(
                            "deploy-tool",
                            command,
                            Map.of(),
                            TestPaths.made(TestPaths.WORLD.resolve("logs")).resolve("deploy-tool.log"))
                    .process()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (UncheckedIOException missing) {
            return 127;
        }
    }

    @Override
    protected ManagedProcess launch() {
        return ManagedProcess.start(
                "deploy-nginx",
                List.of(
                        program.toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString()),
                Map.of(),
                log());
    }

    private static Path log() {
        return TestPaths.made(TestPaths.WORLD.resolve("logs")).resolve("deploy-nginx.log");
    }

    @Override
    public boolean isReady() {
        if (!isAlive()) throw new Error("nginx has ended; its log is " + log());
        return Ports.isOpen(port);
    }

    /** Trusts the certificate of this nginx and no other. */
    SSLContext trust() throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null);
        try (var file = Files.newInputStream(folder.resolve("fullchain.pem"))) {
            trusted.setCertificateEntry(
                    "nginx", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    URI https(String path) {
        return URI.create("https://" + HOSTNAME + ":" + port + path);
    }

    URI wss(String path) {
        return URI.create("wss://" + HOSTNAME + ":" + port + path);
    }

    @Override
    public String toString() {
        return "nginx";
    }
}
