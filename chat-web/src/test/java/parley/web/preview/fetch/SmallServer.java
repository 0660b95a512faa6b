package parley.web.preview.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers exactly what it is told to, one request a connection, and notes what arrives. */
final class SmallServer implements AutoCloseable {

    interface Answer {
        void write(OutputStream out) throws IOException;
    }

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    SmallServer(InetAddress address, int port) throws IOException {
        server = new ServerSocket(port, 50, address);
        threads.submit(() -> {
            while (true) serve(server.accept());
        });
    }

    static SmallServer on(String address) throws IOException {
        return new SmallServer(InetAddress.getByName(address), 0);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The request lines and headers, each request as one text. */
    List<String> requests() {
        return requests;
    }

    SmallServer answer(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    SmallServer answer(String path, String head, byte[] body) {
        return answer(path, out -> {
            out.write((head + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
        });
    }

    SmallServer html(String path, String html) {
        return answer(
                path,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8",
                html.getBytes(StandardCharsets.UTF_8));
    }

    SmallServer redirect(String path, String location) {
        return answer(path, "HTTP/1.1 302 Found\r\nLocation: " + location, new byte[0]);
    }

    private void serve(Socket socket) {
        threads.submit(() -> {
            try (socket) {
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                var head = new StringBuilder();
                for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine())
                    head.append(line).append('\n');
                requests.add(head.toString());
                var path = head.toString().split(" ")[1];
                answers.getOrDefault(path, out -> out.write("HTTP/1.1 404 No\r\n\r\n".getBytes()))
                        .write(socket.getOutputStream());
                return null;
            }
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
