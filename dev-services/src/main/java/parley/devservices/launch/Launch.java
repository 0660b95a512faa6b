package parley.devservices.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the child is started. Names its main class only, so that neither Kafka nor MariaDB is loaded here. */
record Launch(Missing missing, Path data, String kafkaPort, String dbPort) {

    private static final String CLASSPATH_FILE = "parley.embedded.classpath.file";
    /** File with the database's password; the server reads the same file as a variable. */
    private static final String PASSWORD_FILE = "parley.embedded.password.file";

    private static final String CHILD = "parley.devservices.services.EmbeddedServices";
    private static final List<String> SMALL_JVM =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");
    private static final int FIRST_JAVA_THAT_WARNS_OF_UNSAFE = 24;
    private static final String NO_WARNING = "--sun-misc-unsafe-memory-access=allow";

    static boolean isWanted() {
        return Setting.of(CLASSPATH_FILE).isPresent()
                && Setting.of("parley.role").orElse("all").equals("all");
    }

    static Launch of(Missing missing) {
        return new Launch(
                missing,
                Setting.of("parley.data")
                        .map(Path::of)
                        .orElseGet(() -> Path.of(Setting.of("parley.home").orElse("."), ".parley"))
                        .toAbsolutePath()
                        .normalize(),
                Setting.of("parley.embedded.kafka.port").orElse("19092"),
                Setting.of("parley.embedded.db.port")
                        .or(() -> Setting.of("db.port"))
                        .orElse("13306"));
    }

    /** The same launch on the actual ports. */
    Launch again(Addresses addresses) {
        return new Launch(
                missing,
                data,
                addresses.kafkaPort().orElse(kafkaPort),
                addresses.dbPort().orElse(dbPort));
    }

    Process start() {
        try {
            var builder = new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.INHERIT);
            // Liberty's own options for its JVM are not meant for this one.
            builder.environment().keySet().removeAll(List.of("OPENJ9_JAVA_OPTIONS", "IBM_JAVA_OPTIONS"));
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The child JVM of the embedded broker and database cannot be started (" + e.getMessage()
                            + "); check " + CLASSPATH_FILE + ".",
                    e);
        }
    }

    private List<String> command() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_JVM);
        if (Runtime.version().feature() >= FIRST_JAVA_THAT_WARNS_OF_UNSAFE) command.add(NO_WARNING);
        command.addAll(List.of(
                "-cp",
                classpath(),
                CHILD,
                "--data",
                data.toString(),
                "--only",
                missing.only(),
                "--kafka-port",
                kafkaPort,
                "--db-port",
                dbPort));
        Setting.of(PASSWORD_FILE).ifPresent(file -> command.addAll(List.of("--password-file", file)));
        return command;
    }

    private static String classpath() throws IOException {
        return Files.readString(Path.of(Setting.of(CLASSPATH_FILE).orElseThrow()))
                .strip();
    }
}
