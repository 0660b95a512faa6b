package parley.web.file.text.extractor;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads the text of a document, and makes a picture of its first page: as a program, with its format, its path, the most
 * characters and the path of the picture as arguments.
 */
public final class Extractor {

    /** How the program ends if the document is damaged, or too much for it; what it could read is written. */
    public static final int UNREADABLE = 3;

    private Extractor() {}

    public static void main(String[] arguments) {
        endFirst();
        try {
            write(arguments);
            // What was read stays, whatever happens here.
            var format = DocumentFormat.valueOf(arguments[0]);
            if (format.hasPages()) FirstPage.write(Path.of(arguments[1]), Path.of(arguments[3]));
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError unreadable) {
            System.exit(UNREADABLE);
        }
    }

    private static void write(String[] arguments) throws IOException {
        try (var out = new BufferedWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
            read(DocumentFormat.valueOf(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]), out);
        }
    }

    /**
     * Reads what can be read.
     *
     * @throws IOException if the document is damaged; {@code target} then has what was before
     */
    public static void read(DocumentFormat format, Path document, int most, Appendable target) throws IOException {
        try {
            format.read(document, new TextSink(target, most));
        } catch (TextSink.Full enough) {
            return; // the rest is not needed
        } catch (StackOverflowError | UncheckedIOException deep) {
            throw new IOException("the document cannot be read", deep);
        }
    }

    /** Where memory gets short, Linux ends this process instead of the server. */
    private static void endFirst() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
        } catch (IOException | RuntimeException otherSystem) {
            return; // other systems have no such file
        }
    }
}
