package parley.web.file.upload;

import java.io.IOException;
import java.nio.file.Path;

/** Looks for malware in a file. */
@FunctionalInterface
interface VirusScanner {

    /** For installations without a scanner. */
    VirusScanner NONE = content -> true;

    /**
     * @return whether the file is clean
     * @throws IOException if that cannot be determined
     */
    boolean isClean(Path content) throws IOException;
}
