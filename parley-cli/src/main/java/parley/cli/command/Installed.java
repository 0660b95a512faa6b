package parley.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server package that this command line belongs to. */
final class Installed {

    private Installed() {}

    static String version() throws IOException {
        var version = Path.of(System.getProperty("parley.home", "."), "VERSION");
        return Files.isReadable(version) ? Files.readString(version).strip() : "unknown";
    }
}
