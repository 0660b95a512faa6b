package parley.web.file.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for the files of one request. */
record TemporaryFolder(Path path) implements AutoCloseable {

    static TemporaryFolder in(Path parent) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(parent, "parley-file-"));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.newDirectoryStream(path)) {
            for (var file : files) Files.deleteIfExists(file);
        }
        Files.deleteIfExists(path);
    }
}
