package parley.web.platform.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/**
 * Reads a complete body: bounded in bytes and in time, and in UTF-8 only. A body that has not arrived yet occupies a
 * thread, so the number of such bodies is bounded too.
 */
final class RequestBodyReader {

    static final int MOST_BYTES = 65_536;

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int MOST_WAITING = 64;
    private static final Duration MOST_QUEUED = Duration.ofSeconds(2);
    private static final int CHUNK = 8_192;

    private final Semaphore mayWait = new Semaphore(MOST_WAITING);
    private final LongSupplier nanoTime;

    /** @param nanoTime as {@link System#nanoTime} */
    RequestBodyReader(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The body did not arrive in time; the rest of it is not read. */
    static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;

        TooSlow(Throwable cause) {
            super("The body did not arrive in time.", cause);
        }
    }

    /**
     * @param length the declared Content-Length, or -1
     * @throws Refused {@code too_large}; {@code bad_request} if the body is not UTF-8; {@code unavailable} while too many
     *     bodies are pending
     * @throws TooSlow if the body takes too long to arrive
     */
    String read(InputStream in, long length) throws IOException {
        if (length > MOST_BYTES) throw tooLarge();
        if (length >= 0 && in.available() >= length) return text(in.readNBytes((int) length));
        if (!getsItsTurn()) throw Refused.unavailable("Too many request bodies are pending.", null);
        try {
            return text(all(in, nanoTime.getAsLong()));
        } finally {
            mayWait.release();
        }
    }

    private boolean getsItsTurn() {
        try {
            return mayWait.tryAcquire(MOST_QUEUED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte[] all(InputStream in, long since) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        try {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                bytes.write(chunk, 0, read);
                if (bytes.size() > MOST_BYTES) throw tooLarge();
                if (nanoTime.getAsLong() - since > LONGEST.toNanos()) throw new TooSlow(null);
            }
        } catch (SocketTimeoutException late) {
            throw new TooSlow(late);
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new Refused(Refusal.BAD_REQUEST, "The body is not UTF-8.");
        }
    }

    private static Refused tooLarge() {
        return new Refused(Refusal.TOO_LARGE, "The body may have at most " + MOST_BYTES + " bytes.");
    }
}
