package parley.system.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cluster.server.TestPaths;

/** The unit of the server package, where systemd is installed; it does not have to run. */
class SystemdUnitTest {

    private static final Path UNIT = TestPaths.ROOT.resolve("deploy/server/etc/systemd/parley@.service");
    private static final String SCRIPT = "/opt/%p/bin/parley";

    @TempDir
    Path folder;

    @Test
    void systemd_finds_nothing_wrong_in_the_unit() throws Exception {
        var unit = Files.readString(UNIT);
        assertThat(unit).contains("\nExecStart=" + SCRIPT + " run\n");
        assertThat(faults(unit)).isEmpty();
    }

    @Test
    void a_misspelled_key_would_be_found() throws Exception {
        assertThat(faults(Files.readString(UNIT).replace("\nProtectSystem=", "\nProtectSytem=")))
                .contains("ProtectSytem");
    }

    private String faults(String unit) throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "systemd-analyze is not on the PATH");
        // It has to exist and be executable.
        var script = Files.writeString(folder.resolve("parley"), "#!/bin/sh\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        var copy = Files.writeString(folder.resolve("parley@.service"), unit.replace(SCRIPT, script.toString()));
        var process = new ProcessBuilder("systemd-analyze", "verify", "--man=no", copy.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() == 0 ? output : output + "failed";
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "systemd-analyze")));
    }
}
