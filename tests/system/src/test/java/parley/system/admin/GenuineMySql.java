package parley.system.admin;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parley.cluster.server.DatabaseAddress;
import parley.cluster.server.Eventually;
import parley.cluster.server.ManagedProcess;
import parley.cluster.server.Ports;
import parley.cluster.server.TestPaths;

/** A genuine MySQL with a binary log that accepts only TLS, with a certificate for {@code localhost}. */
final class GenuineMySql implements AutoCloseable {

    /** Where {@code DIR=target/genuine-mysql .ci/genuine-mysql.sh install} unpacks it. */
    private static final Path ROOT = TestPaths.ROOT.resolve("target/genuine-mysql/root");

    private static final String PASSWORD = "change-me";
    private static final String AUTHORITY = "ca.pem";

    private final Path folder;
    private final int port = Ports.free();
    private final ManagedProcess server;

    static boolean isInstalled() {
        return Files.isExecutable(ROOT.resolve("usr/sbin/mysqld"));
    }

    GenuineMySql(String name) throws IOException {
        folder = TestPaths.WORLD.resolve(name);
        TestPaths.delete(folder);
        var data = TestPaths.made(folder.resolve("data"));
        var log = TestPaths.made(TestPaths.WORLD.resolve("logs")).resolve(name + ".log");
        run(folder, log.toFile(), server(data, "--initialize-insecure"));
        certify();
        server = ManagedProcess.start(
                name,
                server(
                        data,
                        "--port=" + port,
                        "--bind-address=" + Ports.HOST,
                        "--mysqlx=OFF",
                        "--socket=" + socket(),
                        "--log-bin=" + data.resolve("binlog"),
                        "--server-id=1",
                        "--require-secure-transport=ON",
                        "--ssl-ca=" + folder.resolve(AUTHORITY),
                        "--ssl-cert=" + folder.resolve("server.pem"),
                        "--ssl-key=" + folder.resolve("server.key")),
                Map.of(),
                log);
        clientPrograms(programs());
        Eventually.holds(Duration.ofSeconds(60), () -> root("SELECT 1"));
    }

    /** Its own authority, as docs/deploy.md expects one. */
    private void certify() throws IOException {
        openssl("req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=authority -keyout ca.key -out " + AUTHORITY);
        openssl("req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout server.key -out server.csr");
        Files.writeString(folder.resolve("names"), "subjectAltName=DNS:localhost\n");
        openssl("x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile names"
                + " -out server.pem");
        run(
                folder,
                null,
                ("keytool -importcert -noprompt -alias database -file ca.pem -keystore ca.p12 -storetype PKCS12"
                                + " -storepass change-me")
                        .split(" "));
    }

    private void openssl(String arguments) throws IOException {
        run(folder, null, ("openssl " + arguments).split(" "));
    }

    private List<String> server(Path data, String... more) {
        var command = new ArrayList<>(loaded("usr/sbin/mysqld"));
        command.addAll(List.of(
                "--no-defaults",
                "--user=root",
                "--datadir=" + data,
                "--basedir=" + ROOT.resolve("usr"),
                "--lc-messages-dir=" + ROOT.resolve("usr/share/mysql"),
                "--secure-file-priv=NULL"));
        command.addAll(List.of(more));
        return command;
    }

    /** Its libraries are not those of the system. */
    private static List<String> loaded(String program) {
        return List.of(
                ROOT.resolve("usr/lib64/ld-linux-x86-64.so.2").toString(),
                "--library-path",
                ROOT.resolve("usr/lib/x86_64-linux-gnu") + ":" + ROOT.resolve("usr/lib/mysql/private"),
                ROOT.resolve(program).toString());
    }

    /** Makes mysql, mysqldump and mysqlbinlog in a folder, which is returned. */
    static Path clientPrograms(Path folder) throws IOException {
        for (var program : List.of("mysql", "mysqldump", "mysqlbinlog"))
            wrap(program, TestPaths.made(folder).resolve(program));
        return folder;
    }

    private static void wrap(String program, Path script) throws IOException {
        Files.writeString(script, "#!/bin/sh\nexec " + String.join(" ", loaded("usr/bin/" + program)) + " \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The folder of mysql, mysqldump and mysqlbinlog. */
    Path programs() {
        return folder.resolve("bin");
    }

    private Path socket() {
        return folder.resolve("s.sock");
    }

    /** The database and the account of docs/deploy.md, and what a backup with {@code --binary-log} needs. */
    void createDatabase() throws IOException {
        root("CREATE DATABASE parley CHARACTER SET utf8mb4");
        root("CREATE USER 'parley'@'%' IDENTIFIED BY '" + PASSWORD + "' REQUIRE SSL");
        root("GRANT ALL ON parley.* TO 'parley'@'%'");
        root("GRANT RELOAD, REPLICATION CLIENT ON *.* TO 'parley'@'%'");
    }

    /** Runs statements as root; returns what is printed. */
    String root(String sql) throws IOException {
        return run(
                folder,
                null,
                programs().resolve("mysql").toString(),
                "--no-defaults",
                "-uroot",
                "--socket=" + socket(),
                "-BNe",
                sql);
    }

    /** Applies the binary log of another server, as docs/operations.md does. */
    void recover(GenuineMySql from, String file, String position, String stop) throws IOException {
        var files = Stream.of(from.root("SHOW BINARY LOGS").lines().toArray(String[]::new))
                .map(line -> line.split("\t")[0])
                .filter(name -> name.compareTo(file) >= 0)
                .map(name -> from.folder.resolve("data").resolve(name).toString())
                .toList();
        var line =
                "%s --no-defaults --start-position=%s --stop-datetime='%s' %s | %s --no-defaults -uroot --socket=%s parley"
                        .formatted(
                                programs().resolve("mysqlbinlog"),
                                position,
                                stop,
                                String.join(" ", files),
                                programs().resolve("mysql"),
                                socket());
        run(folder, null, "bash", "-o", "pipefail", "-c", line);
    }

    DatabaseAddress address() {
        return new DatabaseAddress("localhost", port, "parley", "parley", PASSWORD);
    }

    /** What nodes and commands need to connect: certificate and name are verified. */
    Map<String, String> tls() {
        return Map.of(
                "DB_SSL_MODE", "VERIFY_IDENTITY",
                "DB_TRUSTSTORE", "file:" + folder.resolve("ca.p12"),
                "DB_TRUSTSTORE_PASSWORD", "change-me");
    }

    private static String run(Path folder, File errors, List<String> command) throws IOException {
        return run(folder, errors, command.toArray(String[]::new));
    }

    /** @param errors the file to which its errors go; null to report them if it fails */
    private static String run(Path folder, File errors, String... command) throws IOException {
        var to = errors == null ? Files.createTempFile(folder, "errors", null).toFile() : errors;
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(to)
                .start();
        var out = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0)
                throw new IOException(String.join(" ", command) + ": " + Files.readString(to.toPath()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return out;
    }

    @Override
    public void close() {
        server.kill();
        try {
            // A socket is no file that a later run could read.
            Files.deleteIfExists(socket());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
