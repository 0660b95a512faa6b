package parley.system.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import parley.cluster.server.ManagedProcess;
import parley.cluster.server.TestPaths;

/** A chat node on the complete Open Liberty of the build, set up by the commands of docs/deploy.md. */
final class ExistingLiberty extends PackagedNode {

    private final String commands;

    ExistingLiberty(ServerPackage installed, Path configuration, Map<String, String> here) {
        super("chat-1", installed, configuration, here);
        var liberty = linked(TestPaths.ROOT.resolve("target/liberty/wlp"), configuration.resolve("wlp"));
        commands = DeployPage.commandsOfExistingLiberty()
                // The shell would not pass SIGTERM on.
                .replace("/opt/ol/wlp/bin/server run", "exec /opt/ol/wlp/bin/server run")
                .replace("/opt/ol/wlp", liberty.toString())
                .replace("/opt/parley", installed.home().toString())
                .replace("/etc/parley/common.env /etc/parley/chat-1.env", String.join(" ", files()));
    }

    @Override
    protected ManagedProcess launch() {
        var environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
        return ManagedProcess.start("deploy-existing", List.of("bash", "-euc", commands), environment, log());
    }

    /** An installation of its own, without copying hundreds of megabytes. */
    private static Path linked(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.createLink(target, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to;
    }
}
