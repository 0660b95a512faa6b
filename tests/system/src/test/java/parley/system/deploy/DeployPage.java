package parley.system.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.cluster.server.TestPaths;

/** What docs/deploy.md tells an administrator to write. */
final class DeployPage {

    private static final Pattern FILE = Pattern.compile("(?s)tee /etc/parley/(\\S+\\.env) <<'END'\\n(.*?)\\nEND\\n");

    private static final Pattern EXISTING_LIBERTY = Pattern.compile("(?s)```\\n(/opt/ol/wlp/bin/server create .*?)```");

    private DeployPage() {}

    /** The contents of the environment files, by name. */
    static Map<String, String> environmentFiles() {
        return FILE.matcher(text()).results().collect(Collectors.toMap(file -> file.group(1), file -> file.group(2)));
    }

    /** What sets up and runs a node on an existing Open Liberty. */
    static String commandsOfExistingLiberty() {
        var block = EXISTING_LIBERTY.matcher(text());
        if (!block.find())
            throw new IllegalStateException("docs/deploy.md has no commands for an existing Open Liberty");
        return block.group(1);
    }

    private static String text() {
        try {
            return Files.readString(TestPaths.ROOT.resolve("docs/deploy.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
