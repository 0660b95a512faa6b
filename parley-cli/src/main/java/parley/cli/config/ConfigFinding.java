package parley.cli.config;

import java.nio.file.Path;

/**
 * Something wrong in the settings of a process. It names no value of a secret.
 *
 * @param file null if the settings are the environment
 * @param line 0 if it is about all files, or about the environment
 * @param hint what was probably meant; null if nothing is similar
 */
public record ConfigFinding(Path file, int line, String name, String problem, String hint) {

    @Override
    public String toString() {
        var place = line == 0 ? "" : file + ":" + line + ": ";
        return place
                + (name.isEmpty() ? "" : name + ": ")
                + problem
                + (hint == null ? "" : "; did you mean " + hint + "?");
    }
}
