package parley.devservices.services;

import ch.vorburger.exec.ManagedProcessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The MariaDB server, a separate process. */
final class Database {

    private static final long MEGABYTES_FOR_NEW_DATA = 250;
    private static final long MEGABYTES_TO_RUN = 50;

    private final DataFolder folder;
    private final DatabaseProgram program;
    private final int port;
    private final Password password;
    private final Console console;

    Database(DataFolder folder, DatabaseProgram program, int port, Password password, Console console) {
        this.folder = folder;
        this.program = program;
        this.port = port;
        this.password = password;
        this.console = console;
    }

    int port() {
        return port;
    }

    /** Returns when the server accepts connections and the database and its user exist. */
    ProcessHandle start() {
        try {
            var unpacked = program.unpacked();
            var data = folder.databaseData();
            if (!Files.isDirectory(data)) install(unpacked, data);
            folder.requireSpace(data, MEGABYTES_TO_RUN);
            run(unpacked, data);
            return running();
        } catch (ManagedProcessException e) {
            throw notStarted(e);
        } catch (IOException e) {
            throw CannotStart.in(folder.root(), e);
        }
    }

    private void install(Path unpacked, Path data) throws IOException {
        folder.requireSpace(folder.mariadb(), MEGABYTES_FOR_NEW_DATA);
        console.progress("creating the database (once)…");
        folder.makeWhole(
                data,
                target -> MariaDb.over(unpacked, target, folder.temporary(), port, List.of())
                        .install());
    }

    private void run(Path unpacked, Path data) throws IOException {
        Files.deleteIfExists(folder.databasePid());
        var init = Password.ownersFile(folder.mariadb().resolve("init.sql"), DatabaseSettings.initSql(password.text()));
        try {
            var arguments = DatabaseSettings.arguments(folder.databasePid(), init);
            MariaDb.over(unpacked, data, folder.temporary(), port, arguments).start();
        } finally {
            Files.deleteIfExists(init);
        }
    }

    private ProcessHandle running() throws IOException {
        var pid = Long.parseLong(Files.readString(folder.databasePid()).strip());
        var process = ProcessHandle.of(pid)
                .orElseThrow(() -> new CannotStart("The embedded database ended when it had just started; its log "
                        + folder.databaseLog() + " says more."));
        Files.writeString(folder.databaseRecord(), ProcessRecord.of(process) + "\n");
        return process;
    }

    private CannotStart notStarted(ManagedProcessException cause) {
        var said = saidBy(cause);
        if (CannotStart.isDiskFull(said)) return CannotStart.diskFull(folder.root(), cause);
        if (said.contains("Address already in use"))
            return CannotStart.portTaken("database", port, "PARLEY_EMBEDDED_DB_PORT");
        return new CannotStart(
                "The embedded database did not start" + firstErrorIn(said) + "; its log " + folder.databaseLog()
                        + " says more.",
                cause);
    }

    private static String firstErrorIn(String said) {
        return said.lines()
                .filter(line -> line.contains("[ERROR]") || line.contains("error while loading"))
                .map(line -> " (" + line.replaceFirst(".*\\[ERROR\\] ", "").strip() + ")")
                .findFirst()
                .orElse("");
    }

    private static String saidBy(Throwable cause) {
        var said = new StringBuilder();
        for (Throwable t = cause; t != null; t = t.getCause())
            said.append(t.getMessage()).append('\n');
        return said.toString();
    }
}
