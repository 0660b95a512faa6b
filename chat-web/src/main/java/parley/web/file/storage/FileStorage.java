package parley.web.file.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import parley.domain.identity.FileId;

/** Keeps the contents of files. All nodes of an installation use the same one. */
public interface FileStorage {

    /** Whether there is a storage at all; without one, nothing can be uploaded. */
    default boolean isConfigured() {
        return true;
    }

    /** @throws IOException that says why, if contents cannot be stored and removed now */
    void check() throws IOException;

    /** Stores an object; when this returns, it is durable. An object of this name is replaced, at once. */
    void store(FileObject object, Path contents) throws IOException;

    /**
     * Reads a part of an object.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such object
     */
    InputStream read(FileObject object, long from, long length) throws IOException;

    /**
     * A link with which anybody can read the object for a short time, without this server; empty unless it is configured.
     *
     * @param type the media type in the answer
     * @param disposition the header of that name in the answer
     */
    default Optional<URI> link(FileObject object, String type, String disposition) {
        return Optional.empty();
    }

    /** Removes all objects of a file; has no effect if there are none. */
    void remove(FileId file) throws IOException;

    /** Removes the parts of a file. */
    void removeParts(FileId file) throws IOException;
}
