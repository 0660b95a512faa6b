package parley.cluster.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A version of the product, as its build left it.
 *
 * @param checkout the folder of its pom.xml
 */
public record Release(Path checkout) {

    /** The version that is tested. */
    public static final Release CURRENT = new Release(TestPaths.ROOT);

    /** The version before it: the system property {@code previous.dir}, relative to the checkout. */
    public static Optional<Release> previous() {
        return Optional.ofNullable(System.getProperty("previous.dir"))
                .map(TestPaths.ROOT::resolve)
                .map(Release::new);
    }

    Path configuration() {
        return built("src/main/liberty/config");
    }

    /** A file or folder that the build creates. */
    Path built(String path) {
        var file = checkout.resolve(path);
        if (!Files.exists(file))
            throw new IllegalStateException(file + " is not there: run ./mvnw verify in " + checkout);
        return file;
    }
}
