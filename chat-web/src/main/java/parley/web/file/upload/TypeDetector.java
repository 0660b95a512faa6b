package parley.web.file.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.Tika;

/** Detects the media type of a file from its contents; its name only decides between the kinds of one format. */
@ApplicationScoped
class TypeDetector {

    /** Without parsers: it looks at the beginning of a file, and opens no archive. */
    private final Tika tika = new Tika();

    String detect(Path content, String name) throws IOException {
        return MatroskaTracks.isMatroska(content) ? MatroskaTracks.type(content) : tika(content, name);
    }

    private String tika(Path content, String name) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(content))) {
            return tika.detect(in, name);
        }
    }
}
