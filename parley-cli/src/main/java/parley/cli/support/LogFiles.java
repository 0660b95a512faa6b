package parley.cli.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import parley.cli.config.Variables;
import parley.cli.terminal.CliFailure;

/** The logs that a node writes on this machine. */
public final class LogFiles {

    private LogFiles() {}

    /** Where a node with these settings logs: empty if nothing says so. */
    public static List<Path> folders(Variables variables) {
        for (var name : List.of("LOG_DIR", "LOGS_DIRECTORY")) {
            var folder = variables.find(name);
            if (folder.isPresent()) return List.of(Path.of(folder.get()));
        }
        var installed = Path.of(System.getProperty("parley.home", "."), "var", "logs");
        return Files.isDirectory(installed) ? List.of(installed) : List.of();
    }

    /** The files themselves, and Liberty's logs in folders, oldest first. */
    public static List<Path> in(List<Path> places) {
        var files = new ArrayList<Path>();
        for (var place : places) {
            if (!Files.exists(place)) throw CliFailure.usage(place + " does not exist");
            if (!Files.isDirectory(place)) files.add(place);
            else files.addAll(messages(place));
        }
        return files;
    }

    private static List<Path> messages(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().matches("messages.*\\.log"))
                    .sorted(Comparator.comparing(file -> file.toFile().lastModified()))
                    .toList();
        } catch (IOException e) {
            throw CliFailure.failed(folder + " cannot be read", e);
        }
    }

    public static void lines(Path file, Consumer<String> taker) {
        // Not Files.lines: a log may hold bytes that are no UTF-8.
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            reader.lines().forEach(taker);
        } catch (IOException e) {
            throw CliFailure.failed(file + " cannot be read", e);
        }
    }

    /** The last lines of a file. */
    static List<String> tail(Path file, int most) {
        var tail = new ArrayDeque<String>();
        lines(file, line -> {
            if (tail.size() == most) tail.removeFirst();
            tail.add(line);
        });
        return List.copyOf(tail);
    }
}
