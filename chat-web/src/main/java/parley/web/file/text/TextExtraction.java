package parley.web.file.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import parley.web.file.text.extractor.DocumentFormat;
import parley.web.file.text.extractor.Extractor;

/**
 * Reads documents. Their formats are complicated, and files can be made to exhaust what reads them, so that happens in a
 * process with limits of memory and time, without the secrets of this server. Plain text is read here.
 */
final class TextExtraction {

    private static final System.Logger LOG = System.getLogger(TextExtraction.class.getName());

    private static final String PREVIEW = "preview";

    /** Of Java, if there is something wrong with the program instead of the document. */
    private static final int NOT_STARTED = 1;

    /** A JPEG of a page has far less. */
    private static final long MOST_OF_PREVIEW = 8L * 1_024 * 1_024;

    private final Supplier<String> classPath;
    private final int most;
    private final Duration time;
    private final int megabytes;

    /**
     * @param classPath of the program
     * @param most characters
     */
    TextExtraction(Supplier<String> classPath, int most, Duration time, int megabytes) {
        this.classPath = classPath;
        this.most = most;
        this.time = time;
        this.megabytes = megabytes;
    }

    boolean isOn() {
        return most > 0;
    }

    /**
     * Writes what could be read in time to a file.
     *
     * @param folder for files of this document
     * @return the text, in UTF-8; empty if there is none
     * @throws IOException if the process cannot be started, or the folder cannot be used
     */
    Path extract(Path document, DocumentFormat format, Path folder) throws IOException {
        var text = folder.resolve("text");
        if (format == DocumentFormat.PLAIN) readHere(document, text);
        else readElsewhere(document, format, folder, text);
        return text;
    }

    /** The picture of the first page that {@link #extract} has made in the same folder; empty if there is none. */
    static Optional<Path> preview(Path folder) throws IOException {
        var preview = folder.resolve(PREVIEW);
        return Files.exists(preview) && Files.size(preview) <= MOST_OF_PREVIEW
                ? Optional.of(preview)
                : Optional.empty();
    }

    private void readHere(Path document, Path text) throws IOException {
        try (var out = Files.newBufferedWriter(text)) {
            Extractor.read(DocumentFormat.PLAIN, document, most, out);
        }
    }

    private void readElsewhere(Path document, DocumentFormat format, Path folder, Path text) throws IOException {
        var builder = new ProcessBuilder(command(document, format, folder))
                .directory(folder.toFile())
                .redirectOutput(text.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // Passwords are in the environment.
        builder.environment().clear();
        var process = builder.start();
        process.getOutputStream().close();
        try {
            if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                if (process.exitValue() == NOT_STARTED) throw new IOException("the process that reads documents fails");
                if (process.exitValue() != 0)
                    LOG.log(
                            System.Logger.Level.INFO,
                            "A document of the format {0} cannot be read to its end.",
                            format);
            } else {
                LOG.log(
                        System.Logger.Level.INFO,
                        "A document of the format {0} is not read to its end in time.",
                        format);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is stopping", stopping);
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(Path document, DocumentFormat format, Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                // What it knows of the fonts of this machine, for the next document.
                "-Dpdfbox.fontcache=" + folder.getParent(),
                "-cp",
                classPath.get(),
                Extractor.class.getName(),
                format.name(),
                document.toString(),
                Integer.toString(most),
                folder.resolve(PREVIEW).toString());
    }

    static String read(Path text) throws IOException {
        return new String(Files.readAllBytes(text), StandardCharsets.UTF_8);
    }
}
