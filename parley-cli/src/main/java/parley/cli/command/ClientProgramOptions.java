package parley.cli.command;

import java.nio.file.Path;
import parley.cli.config.Variables;
import picocli.CommandLine.Option;

/** Where the client programs of the database are. */
final class ClientProgramOptions {

    @Option(
            names = "--client-programs",
            paramLabel = "FOLDER",
            description =
                    "Folder of mysqldump and mysql, or of mariadb-dump and mariadb. Default: PARLEY_CLIENT_PROGRAMS, or"
                            + " the PATH.")
    Path folder;

    Path folder(Variables variables) {
        return folder != null
                ? folder
                : variables.find("PARLEY_CLIENT_PROGRAMS").map(Path::of).orElse(null);
    }
}
