package parley.web.file.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.web.file.text.extractor.Extractor;

/** Unpacks what the program needs from the application, once, because another process cannot read the application. */
@ApplicationScoped
class ExtractorClassPath {

    private static final String CLASSES = "/WEB-INF/classes/";
    private static final String LIBRARIES = "/WEB-INF/lib/";
    private static final List<String> NEEDED = List.of("pdfbox", "fontbox", "commons-logging", "jsoup");

    @Inject
    TextSettings settings;

    private ServletContext application;
    private String unpacked;

    /** To be called when the application starts: background threads cannot ask for it. */
    synchronized void in(ServletContext started) {
        application = started;
    }

    synchronized String get() {
        // What cleans temporary folders may have removed it.
        if (unpacked != null
                && Stream.of(unpacked.split(File.pathSeparator)).map(Path::of).allMatch(Files::exists)) return unpacked;
        try {
            var folder =
                    Files.createTempDirectory(Files.createDirectories(settings.temporaryFolder()), "parley-extractor");
            var elements = new ArrayList<String>();
            for (var library : resources(LIBRARIES)) {
                var name = library.substring(LIBRARIES.length());
                if (NEEDED.stream().anyMatch(name::startsWith))
                    elements.add(copy(library, folder.resolve(name)).toString());
            }
            var classes = folder.resolve("classes");
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
