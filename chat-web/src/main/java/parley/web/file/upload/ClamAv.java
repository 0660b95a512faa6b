package parley.web.file.upload;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A server of ClamAV, by its INSTREAM command: chunks with their lengths, then an empty one.
 *
 * @param limit of a whole scan
 */
record ClamAv(String host, int port, Duration limit) implements VirusScanner {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int CHUNK = 64 * 1_024;
    private static final int LONGEST_ANSWER = 1_000;

    @Override
    public boolean isClean(Path content) throws IOException {
        var later = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
        try (var socket = new Socket();
                var in = Files.newInputStream(content)) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setSoTimeout(Math.toIntExact(limit.toMillis()));
            // A write has no timeout: it ends when the socket is closed.
            later.execute(() -> close(socket));
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            var chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
            out.writeInt(0);
            out.flush();
            return isClean(new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                    .strip()
                    .replace("\0", ""));
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The server closes the connection after its answer. */
    private static boolean isClean(String answer) throws IOException {
        if (answer.endsWith(" OK")) return true;
        if (answer.endsWith(" FOUND")) return false;
        throw new IOException("The virus scanner answered: " + answer);
    }
}
