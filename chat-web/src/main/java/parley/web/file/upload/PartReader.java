package parley.web.file.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/** Writes the body of a request to a file, without holding it in memory. */
public final class PartReader {

    /** The server's own limit of a body is twice as much. */
    static final int MOST = 8 * 1_024 * 1_024;

    private static final int BUFFER = 16 * 1_024;

    /** Longer than the page waits. Between two bytes, the server waits less. */
    private static final Duration LONGEST = Duration.ofSeconds(150);

    private PartReader() {}

    /** The body did not arrive in time; the rest of it is not read. */
    public static final class TooSlow extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("The part did not arrive in time.");
        }
    }

    /**
     * @param nanoTime as {@link System#nanoTime}
     * @throws TooSlow if the body takes too long to arrive
     * @throws Refused {@code bad_request} if the body has another length, because it is wrong or was cut off
     * @throws IOException if {@code target} cannot be written
     */
    static void read(InputStream body, long length, Path target, LongSupplier nanoTime) throws IOException {
        var buffer = new byte[BUFFER];
        try (var out = Files.newOutputStream(target)) {
            long left = length;
            long begun = nanoTime.getAsLong();
            while (true) {
                if (nanoTime.getAsLong() - begun > LONGEST.toNanos()) throw new TooSlow();
                int read = next(body, buffer);
                if (read < 0) break;
                left -= read;
                if (left < 0) throw wrongLength(length);
                out.write(buffer, 0, read);
            }
            if (left > 0) throw wrongLength(length);
        }
    }

    private static int next(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException cut) {
            throw new CutOff(cut);
        }
    }

    private static Refused wrongLength(long length) {
        return new Refused(Refusal.BAD_REQUEST, "The body must have exactly " + length + " bytes.");
    }

    private static final class CutOff extends Refused {

        private static final long serialVersionUID = 1L;

        CutOff(IOException cause) {
            super(Refusal.BAD_REQUEST, "The body could not be read completely.", cause);
        }
    }
}
