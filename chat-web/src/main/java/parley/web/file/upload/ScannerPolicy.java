package parley.web.file.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/**
 * What happens while a scanner cannot be used: files are refused, or accepted without a scan if the installation says so.
 * A hung scanner does not hold the threads of all requests.
 */
final class ScannerPolicy implements VirusScanner {

    private static final System.Logger LOG = System.getLogger(ScannerPolicy.class.getName());

    private final VirusScanner scanner;
    private final boolean required;
    private final Semaphore permits;

    ScannerPolicy(VirusScanner scanner, boolean required, int scans) {
        this.scanner = scanner;
        this.required = required;
        this.permits = new Semaphore(scans);
    }

    @Override
    public boolean isClean(Path content) throws IOException {
        try {
            return limited(content);
        } catch (IOException failed) {
            if (required) throw failed;
            LOG.log(System.Logger.Level.WARNING, "A file is accepted without a scan for malware.", failed);
            return true;
        }
    }

    private boolean limited(Path content) throws IOException {
        if (!permits.tryAcquire())
            throw new IOException("The virus scanner is hung or too slow: as many files as are allowed wait for it.");
        try {
            return scanner.isClean(content);
        } finally {
            permits.release();
        }
    }
}
