package parley.cli.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import parley.cli.terminal.CliFailure;

/**
 * A file of lines NAME=VALUE, read as bin/parley and systemd read it. Names may also be property keys.
 *
 * @param malformed the numbers of lines that are neither comments nor NAME=VALUE
 */
record EnvironmentFile(Path path, List<Entry> entries, List<Integer> malformed) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    record Entry(int line, String name, String value) {}

    static EnvironmentFile read(Path path) {
        List<String> lines;
        try {
            lines = Files.readAllLines(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CliFailure.usage(path + " cannot be read");
        }
        var entries = new ArrayList<Entry>();
        var malformed = new ArrayList<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isBlank() || line.startsWith("#") || line.startsWith(";")) continue;
            int equals = line.indexOf('=');
            var name = equals < 0 ? "" : line.substring(0, equals).strip();
            if (NAME.matcher(name).matches()) entries.add(new Entry(i + 1, name, unquoted(line.substring(equals + 1))));
            else malformed.add(i + 1);
        }
        return new EnvironmentFile(path, entries, malformed);
    }

    private static String unquoted(String value) {
        boolean isQuoted = value.length() > 1
                && (value.startsWith("\"") && value.endsWith("\"") || value.startsWith("'") && value.endsWith("'"));
        return isQuoted ? value.substring(1, value.length() - 1) : value;
    }
}
