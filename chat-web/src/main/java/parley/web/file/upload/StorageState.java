package parley.web.file.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whether the storage of files can be used, as of the last attempt of {@link FileCollector}. Thread-safe. */
@ApplicationScoped
public class StorageState {

    private static final System.Logger LOG = System.getLogger(StorageState.class.getName());

    private volatile String fault;

    /** Why it cannot be used; empty if it can. */
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** Logs the first of several failures, because there is one every few seconds. */
    void failed(Exception failure) {
        if (fault == null)
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The storage of files cannot be used. Until it can, uploads are refused, and no file is removed;"
                            + " messages without files go on, and nothing is lost.",
                    failure);
        fault = failure.getMessage();
    }

    void works() {
        if (fault != null) LOG.log(System.Logger.Level.INFO, "The storage of files can be used again.");
        fault = null;
    }
}
