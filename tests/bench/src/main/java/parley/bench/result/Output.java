package parley.bench.result;

import java.nio.file.Path;
import parley.cluster.server.TestPaths;

/** Where a run leaves what it found. */
public final class Output {

    private static final Path FOLDER = TestPaths.ROOT.resolve("tests/bench/target/bench");

    private Output() {}

    /** Made where it is not there. */
    public static Path folder() {
        return TestPaths.made(FOLDER);
    }

    public static Path file(String name) {
        return folder().resolve(name);
    }
}
