package parley.web.file.text;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is read of documents. */
@Dependent
class TextSettings {

    /** 0: no document is read. */
    @Inject
    @ConfigProperty(name = "parley.files.textCharacters", defaultValue = "100000")
    int textCharacters;

    /** For one document. */
    @Inject
    @ConfigProperty(name = "parley.files.textSeconds", defaultValue = "20")
    int textSeconds;

    /** Of the process that reads it. */
    @Inject
    @ConfigProperty(name = "parley.files.textMegabytes", defaultValue = "128")
    int textMegabytes;

    @Inject
    @ConfigProperty(name = "parley.files.temporaryFolder")
    Optional<String> temporaryFolder;

    Path temporaryFolder() {
        return Path.of(temporaryFolder.orElse(System.getProperty("java.io.tmpdir")));
    }

    Duration time() {
        return Duration.ofSeconds(textSeconds);
    }
}
