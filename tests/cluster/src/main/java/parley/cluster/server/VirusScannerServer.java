package parley.cluster.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small server with the protocol of ClamAV, which finds the EICAR test file only. It can go away, and hang. */
public final class VirusScannerServer implements AutoCloseable {

    /** In two parts, so that no scanner finds this source. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private final int port = Ports.free();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private ServerSocket server;
    private volatile boolean hung;

    public VirusScannerServer() {
        comeBack();
    }

    /** The settings of a node that uses it. */
    public Map<String, String> settings() {
        return Map.of(
                "PARLEY_FILES_SCANNERHOST",
                Ports.HOST,
                "PARLEY_FILES_SCANNERPORT",
                Integer.toString(port),
                "PARLEY_FILES_SCANNERSECONDS",
                "2");
    }

    public void comeBack() {
        try {
            var opened = new ServerSocket(port, 50, InetAddress.getByName(Ports.HOST));
            threads.execute(() -> accept(opened));
            server = opened;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void goAway() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** It accepts connections, and neither reads nor answers. */
    public void hang(boolean on) {
        hung = on;
    }

    private void accept(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                var socket = at.accept();
                if (!hung) threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
            if (!command.equals("zINSTREAM\0")) throw new IOException("unknown command: " + command);
            var received = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) received.write(in.readNBytes(length));
            boolean found = received.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
            var answer = found ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        goAway();
        threads.shutdownNow();
    }
}
