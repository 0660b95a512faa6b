package parley.devservices.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The child as a test starts it: a process whose standard input the test holds. */
public final class ChildUnderTest implements AutoCloseable {

    /** Unpacked once for all tests. */
    private static final Path PROGRAM = Path.of("target", "it", "program").toAbsolutePath();

    private final Process process;
    private final Path people;
    private String machines;

    private ChildUnderTest(Process process, Path people) {
        this.process = process;
        this.people = people;
    }

    public static ChildUnderTest start(Path data, String... arguments) {
        try {
            Files.createDirectories(data);
            var people = data.resolveSibling(data.getFileName() + "-" + System.nanoTime() + ".err");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    Files.readString(Path.of("target", "embedded.classpath")).strip(),
                    EmbeddedServices.class.getName(),
                    "--data",
                    data.toString(),
                    "--program",
                    PROGRAM.toString()));
            command.addAll(List.of(arguments));
            var process =
                    new ProcessBuilder(command).redirectError(people.toFile()).start();
            return new ChildUnderTest(process, people);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line for machines; null if the child ended without one. */
    public String says() throws IOException {
        if (machines == null) machines = process.inputReader().readLine();
        return machines;
    }

    public String kafka() throws IOException {
        return find("kafka=(\\S+)");
    }

    public String database() throws IOException {
        return find("database=(\\S+)");
    }

    public ProcessHandle mariadbd() throws IOException {
        return ProcessHandle.of(Long.parseLong(find("pid\\.mariadbd=(\\d+)"))).orElseThrow();
    }

    private String find(String pair) throws IOException {
        var matcher = Pattern.compile(pair).matcher(String.valueOf(says()));
        if (matcher.find()) return matcher.group(1);
        throw new AssertionError("no " + pair + " in: " + machines + "\n" + toPeople());
    }

    public String toPeople() throws IOException {
        return Files.readString(people);
    }

    public Process process() {
        return process;
    }

    public void kill() throws Exception {
        process.destroyForcibly().waitFor();
    }

    public int letGoOfLeash() throws Exception {
        process.getOutputStream().close();
        return exitStatus();
    }

    public int exitStatus() throws Exception {
        if (!process.waitFor(40, TimeUnit.SECONDS)) throw new AssertionError("the child still lives\n" + toPeople());
        return process.exitValue();
    }

    @Override
    public void close() throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(40, TimeUnit.SECONDS)) kill();
    }
}
