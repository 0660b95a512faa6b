package parley.cli.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import parley.cli.terminal.CliFailure;

/** A client program of MySQL or MariaDB. */
final class ClientProgram {

    private final Path path;
    private final boolean isMariaDb;

    private ClientProgram(Path path, boolean isMariaDb) {
        this.path = path;
        this.isMariaDb = isMariaDb;
    }

    /** @param folder where the programs are; null for the PATH */
    static ClientProgram dump(Path folder) {
        return find(folder, "mysqldump", "mariadb-dump");
    }

    static ClientProgram client(Path folder) {
        return find(folder, "mysql", "mariadb");
    }

    private static ClientProgram find(Path folder, String... names) {
        var places = folder == null
                ? Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(Path::of)
                        .toList()
                : List.of(folder);
        for (var name : names)
            for (var place : places) {
                var program = place.resolve(name);
                if (Files.isExecutable(program)) return new ClientProgram(program, isMariaDb(program));
            }
        throw CliFailure.usage("needs " + String.join(" or ", names)
                + " (Debian: default-mysql-client) on the PATH or in --client-programs");
    }

    /** Distributions install MariaDB's programs also under MySQL's names. */
    private static boolean isMariaDb(Path program) {
        try {
            var process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), UTF_8).contains("MariaDB");
        } catch (IOException e) {
            throw CliFailure.failed(program + " cannot be run", e);
        }
    }

    boolean isMariaDb() {
        return isMariaDb;
    }

    interface Talk {
        void with(Process process) throws IOException;
    }

    /**
     * Runs it and fails if it does.
     *
     * @param talk reads its output or writes its input
     */
    void run(DatabaseTarget target, List<String> arguments, Talk talk) {
        try (var options = OptionFile.of(target, isMariaDb)) {
            var command = new ArrayList<>(List.of(path.toString(), options.argument()));
            command.addAll(arguments);
            var process = new ProcessBuilder(command).start();
            try {
                // Read at the same time, so that the program never waits for a reader.
                var errors = CompletableFuture.supplyAsync(() -> text(process), Thread::startVirtualThread);
                IOException broken = null;
                try {
                    talk.with(process);
                } catch (IOException e) {
                    broken = e; // what the program said explains it better
                }
                int status = process.waitFor();
                var said = errors.join().strip();
                if (status != 0) throw failure(target, status, said);
                if (broken != null) throw CliFailure.failed(path.getFileName() + ": " + broken.getMessage(), broken);
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw CliFailure.failed(path + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CliFailure.failed("interrupted", e);
        }
    }

    private static String text(Process process) {
        try {
            return new String(process.getErrorStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private CliFailure failure(DatabaseTarget target, int status, String said) {
        var message = target + ": " + path.getFileName() + " ended with " + status + ": " + said;
        // 2002 and 2003: cannot connect; 2005: unknown host.
        return said.matches("(?s).*\\b(2002|2003|2005)\\b.*")
                ? CliFailure.unreachable(message, null)
                : CliFailure.failed(message);
    }

    /** The rows of a query, each with its columns. */
    List<List<String>> query(DatabaseTarget target, String sql) {
        var rows = new ArrayList<List<String>>();
        run(
                target,
                List.of("--batch", "--skip-column-names", "--execute=" + sql, target.name()),
                process -> new String(process.getInputStream().readAllBytes(), UTF_8)
                        .lines()
                        .forEach(line -> rows.add(List.of(line.split("\t", -1)))));
        return rows;
    }
}
