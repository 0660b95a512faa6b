package parley.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.cli.config.Variables;
import picocli.CommandLine.Option;

/** {@code --env}: the settings of a node. */
final class EnvironmentOptions {

    @Option(
            names = "--env",
            paramLabel = "FILE",
            description = "Environment file of the server, such as /etc/parley/common.env; can be repeated, later ones"
                    + " win. The environment counts too.")
    List<Path> files = new ArrayList<>();

    Variables variables() {
        return Variables.of(System.getenv(), files);
    }
}
