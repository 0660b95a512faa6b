package parley.web.file.upload;

import java.io.IOException;
import java.nio.file.Path;
import parley.web.file.storage.CallLimit;

/**
 * What happens while a scanner cannot be used: files are refused, or accepted without a scan if the installation says so.
 * A hung scanner does not hold the threads of all requests.
 */
final class ScannerPolicy implements VirusScanner {

    private static final System.Logger LOG = System.getLogger(ScannerPolicy.class.getName());

    private final VirusScanner scanner;
    private final boolean required;
    private final CallLimit limit;

    ScannerPolicy(VirusScanner scanner, boolean required, int scans) {
        this.scanner = scanner;
        this.required = required;
        this.limit = new CallLimit(
                scans, "The virus scanner is hung or too slow: as many files as are allowed wait for it.");
    }

    @Override
    public boolean isClean(Path content) throws IOException {
        try {
            return limit.make(() -> scanner.isClean(content));
        } catch (IOException failed) {
            if (required) throw failed;
            LOG.log(System.Logger.Level.WARNING, "A file is accepted without a scan for malware.", failed);
            return true;
        }
    }
}
