package parley.web.file.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/** Writes the body of a request to a file, without holding it in memory. */
final class PartReader {

    /** The server's own limit of a body is twice as much. */
    static final int MOST = 8 * 1_024 * 1_024;

    private static final int BUFFER = 16 * 1_024;

    private PartReader() {}

    /**
     * @throws Refused {@code bad_request} if the body has another length, because it is wrong or was cut off
     * @throws IOException if {@code target} cannot be written
     */
    static void read(InputStream body, long length, Path target) throws IOException {
        var buffer = new byte[BUFFER];
        try (var out = Files.newOutputStream(target)) {
            long left = length;
            while (true) {
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
