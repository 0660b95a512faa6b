package parley.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.Secrets;

/** A file with the options of a client program, because arguments and environments of processes are visible to others. */
final class OptionFile implements AutoCloseable {

    private final Path folder;
    private final Path file;

    private OptionFile(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /** @param isMariaDb whether it is for the programs of MariaDB, whose options for TLS are others */
    static OptionFile of(DatabaseTarget target, boolean isMariaDb) {
        try {
            // Only its owner can read it.
            var folder = Files.createTempDirectory("parley-");
            var lines = new ArrayList<>(List.of(
                    "[client]",
                    "host=" + target.host(),
                    "port=" + target.port(),
                    "protocol=TCP",
                    "user=" + quoted(target.user()),
                    "password=" + quoted(target.password()),
                    "default-character-set=utf8mb4"));
            var authorities = authorities(target, folder);
            if (authorities != null) lines.add("ssl-ca=" + authorities);
            lines.addAll(isMariaDb ? mariaDb(target) : mySql(target));
            var file = folder.resolve("client.cnf");
            Secrets.write(file, String.join("\n", lines) + "\n");
            return new OptionFile(folder, file);
        } catch (IOException e) {
            throw CliFailure.failed("a temporary file cannot be written", e);
        }
    }

    static List<String> mariaDb(DatabaseTarget target) {
        return switch (target.sslMode()) {
            case "DISABLED" -> List.of("ssl=0");
            case "PREFERRED" -> List.of("loose-ssl-verify-server-cert=0");
            case "REQUIRED" -> List.of("ssl=1", "loose-ssl-verify-server-cert=0");
            // These programs always verify the name together with the certificate.
            default -> List.of("ssl=1", "ssl-verify-server-cert=1");
        };
    }

    static List<String> mySql(DatabaseTarget target) {
        var options = new ArrayList<>(List.of("ssl-mode=" + target.sslMode()));
        if (target.mayRetrieveKey()) options.add("get-server-public-key");
        return options;
    }

    static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The trust store as PEM; null if there is none. */
    private static Path authorities(DatabaseTarget target, Path folder) throws IOException {
        if (target.trustStore() == null) return null;
        var source = target.trustStore().startsWith("file:")
                ? Path.of(URI.create(target.trustStore()))
                : Path.of(target.trustStore());
        try (InputStream stored = Files.newInputStream(source)) {
            var store = KeyStore.getInstance(target.trustStoreType());
            store.load(stored, target.trustStorePassword().toCharArray());
            var pem = new StringBuilder();
            for (var alias : Collections.list(store.aliases())) {
                var certificate = store.getCertificate(alias);
                if (certificate == null) continue;
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            return Files.writeString(folder.resolve("ca.pem"), pem);
        } catch (GeneralSecurityException | IOException e) {
            throw CliFailure.failed("the trust store " + source + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The argument with which a program reads it; has to be the first one. */
    String argument() {
        return "--defaults-extra-file=" + file;
    }

    @Override
    public void close() {
        try (var files = Files.list(folder)) {
            for (var each : files.toList()) Files.delete(each);
            Files.delete(folder);
        } catch (IOException e) {
            throw CliFailure.failed("delete " + folder + ", which has the password of the database", e);
        }
    }
}
