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

    private DeployPage() {}

    /** The contents of the environment files, by name. */
    static Map<String, String> environmentFiles() {
        return FILE.matcher(text()).results().collect(Collectors.toMap(file -> file.group(1), file -> file.group(2)));
    }

    private static String text() {
        try {
            return Files.readString(TestPaths.ROOT.resolve("docs/deploy.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
