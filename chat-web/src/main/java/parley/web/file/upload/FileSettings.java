package parley.web.file.upload;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What may be uploaded. */
@Dependent
public class FileSettings {

    /** 0 turns uploads off. */
    @Inject
    @ConfigProperty(name = "parley.files.maxBytes", defaultValue = "104857600")
    long maxBytes;

    /** Media types such as {@code image/png} or {@code image/*}. */
    @Inject
    @ConfigProperty(name = "parley.files.types", defaultValue = "*/*")
    List<String> types;

    /** Files of one user that no message has. */
    @Inject
    @ConfigProperty(name = "parley.files.unsent", defaultValue = "100")
    int unsent;

    @Inject
    @ConfigProperty(name = "parley.files.unsentHours", defaultValue = "24")
    int unsentHours;

    /** Of a picture that gets a preview. */
    @Inject
    @ConfigProperty(name = "parley.files.megapixels", defaultValue = "100")
    int megapixels;

    /** For files that are being prepared. */
    @Inject
    @ConfigProperty(name = "parley.files.temporaryFolder")
    Optional<String> temporaryFolder;

    /** A server of ClamAV; files are not scanned if there is none. */
    @Inject
    @ConfigProperty(name = "parley.files.scannerHost")
    Optional<String> scannerHost;

    @Inject
    @ConfigProperty(name = "parley.files.scannerPort", defaultValue = "3310")
    int scannerPort;

    /** For a whole scan. */
    @Inject
    @ConfigProperty(name = "parley.files.scannerSeconds", defaultValue = "60")
    int scannerSeconds;

    /** Whether files are refused while the scanner cannot be used; otherwise they are not scanned. */
    @Inject
    @ConfigProperty(name = "parley.files.scannerRequired", defaultValue = "true")
    boolean scannerRequired;

    /** At the same time. */
    @Inject
    @ConfigProperty(name = "parley.files.scans", defaultValue = "8")
    int scans;

    public long maxBytes() {
        return maxBytes;
    }

    public Duration keptUnsent() {
        return Duration.ofHours(unsentHours);
    }

    long mostPixels() {
        return megapixels * 1_000_000L;
    }

    Path temporaryFolder() {
        return Path.of(temporaryFolder.orElse(System.getProperty("java.io.tmpdir")));
    }
}
