package parley.system.input;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.cluster.server.TestPaths;

/** The endpoints of the product, from its class files and sources. */
final class Endpoints {

    private static final String JAX_RS = "jakarta.ws.rs.";
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern FRAME_IN_CODE = Pattern.compile("case ((?:\"[a-z]+\"(?:, )?)+) ->");
    private static final Pattern FRAME_IN_DOCS = Pattern.compile("(?m)^\\| (`[a-z]+`(?: / `[a-z]+`)*) \\|");

    private Endpoints() {}

    /**
     * @param call such as {@code PUT /api/conversations/{id}/members/{user}}
     * @param takesBody whether it takes JSON
     * @param takesBytes whether it takes anything
     */
    record Endpoint(String call, boolean takesBody, boolean takesBytes) {}

    static List<Endpoint> all() {
        return new ClassFileImporter()
                .importPath(TestPaths.ROOT.resolve("chat-web/target/classes")).stream()
                        .filter(type -> type.isAnnotatedWith(JAX_RS + "Path"))
                        .flatMap(Endpoints::of)
                        .toList();
    }

    private static Stream<Endpoint> of(JavaClass resource) {
        return resource.getMethods().stream()
                .flatMap(method -> METHODS.stream()
                        .filter(http -> method.isAnnotatedWith(JAX_RS + http))
                        .map(http -> new Endpoint(
                                http + " /api/" + path(resource) + below(method),
                                takesBody(method),
                                takesBytes(method))));
    }

    private static String path(HasAnnotations<?> annotated) {
        return annotated
                .tryGetAnnotationOfType(JAX_RS + "Path")
                .map(path -> path.get("value").map(Object::toString).orElse(""))
                .orElse("")
                .replaceAll("^/|/$", "");
    }

    private static String below(JavaMethod method) {
        var path = path(method);
        return path.isEmpty() ? "" : "/" + path;
    }

    private static boolean takesBody(JavaMethod method) {
        return bodies(method).anyMatch(type -> !type.isEquivalentTo(InputStream.class));
    }

    private static boolean takesBytes(JavaMethod method) {
        return bodies(method).anyMatch(type -> type.isEquivalentTo(InputStream.class));
    }

    /** A parameter without an annotation is the body. */
    private static Stream<JavaClass> bodies(JavaMethod method) {
        return method.getParameters().stream()
                .filter(parameter -> parameter.getAnnotations().isEmpty())
                .map(parameter -> parameter.getRawType());
    }

    /** The types of client frames, from code and documentation. */
    static Set<String> frames() {
        var frames = new TreeSet<String>();
        try (var sources = Files.walk(TestPaths.ROOT.resolve("chat-web/src/main/java/parley/web/socket/frame"))) {
            sources.filter(file -> file.toString().endsWith(".java"))
                    .map(Endpoints::text)
                    .forEach(source -> words(FRAME_IN_CODE, source, "\"([a-z]+)\"", frames));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var docs = text(TestPaths.ROOT.resolve("docs/protocol.md"));
        int from = docs.indexOf("Client to server:");
        words(FRAME_IN_DOCS, docs.substring(from, docs.indexOf("Server to client:", from)), "`([a-z]+)`", frames);
        frames.remove("t");
        return frames;
    }

    private static void words(Pattern rows, String text, String word, Set<String> found) {
        rows.matcher(text)
                .results()
                .forEach(row -> Pattern.compile(word)
                        .matcher(row.group(1))
                        .results()
                        .forEach(match -> found.add(match.group(1))));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
