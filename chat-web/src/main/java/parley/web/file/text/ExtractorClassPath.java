package parley.web.file.text;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.web.file.temporary.TemporaryFolder;
import parley.web.file.temporary.TemporaryFolder.Purpose;
import parley.web.file.text.extractor.Extractor;

/** Unpacks what the program needs from the application, once, because another process cannot read the application. */
@ApplicationScoped
class ExtractorClassPath {

    private static final System.Logger LOG = System.getLogger(ExtractorClassPath.class.getName());

    private static final String CLASSES = "/WEB-INF/classes/";
    private static final String LIBRARIES = "/WEB-INF/lib/";
    private static final List<String> NEEDED = List.of("pdfbox", "fontbox", "commons-logging", "jsoup");

    @Inject
    TextSettings settings;

    private ServletContext application;
    private TemporaryFolder folder;
    private String unpacked;

    /** To be called when the application starts: background threads cannot ask for it. */
    synchronized void in(ServletContext started) {
        application = started;
        TemporaryFolder.removeLeft(settings.temporaryFolder(), Instant.now());
    }

    @PreDestroy
    synchronized void end() {
        if (folder == null) return;
        try {
            folder.close();
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.INFO, "The next start removes " + folder.path() + ".", failed);
        }
    }

    synchronized String get() {
        // What cleans temporary folders may have removed it.
        if (unpacked != null
                && Stream.of(unpacked.split(File.pathSeparator)).map(Path::of).allMatch(Files::exists)) return unpacked;
        try {
            if (folder != null) folder.close();
            folder = TemporaryFolder.in(settings.temporaryFolder(), Purpose.EXTRACTOR);
            var elements = new ArrayList<String>();
            for (var library : resources(LIBRARIES)) {
                var name = library.substring(LIBRARIES.length());
                if (NEEDED.stream().anyMatch(name::startsWith))
                    elements.add(copy(library, folder.path().resolve(name)).toString());
            }
            var classes = folder.path().resolve("classes");
            var extractor = Extractor.class.getPackageName().replace('.', '/') + "/";
            for (var file : resources(CLASSES + extractor))
                copy(file, classes.resolve(file.substring(CLASSES.length())));
            elements.add(classes.toString());
            unpacked = String.join(File.pathSeparator, elements);
            return unpacked;
        } catch (IOException failed) {
            throw new UncheckedIOException("The program that reads documents cannot be unpacked.", failed);
        }
    }

    private Set<String> resources(String folder) throws IOException {
        var found = application.getResourcePaths(folder);
        if (found == null) throw new IOException("the application has no " + folder);
        return found;
    }

    private Path copy(String resource, Path target) throws IOException {
        try (var in = application.getResourceAsStream(resource)) {
            Files.createDirectories(target.getParent());
            Files.copy(in, target);
            return target;
        }
    }
}
