package parley.cluster.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import parley.cluster.server.Node;

/** An upload of a whole file whose body arrives as slowly as a test wants. */
public final class OpenUpload implements AutoCloseable {

    private final Socket socket;

    private OpenUpload(Node node, Person owner, long file, int length) throws IOException {
        var address = node.http("/api/files/" + file + "/content");
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        var head = "PUT " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nAuthorization: Bearer " + owner.token()
                + "\r\nContent-Type: application/octet-stream\r\nContent-Length: " + length
                + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(ISO_8859_1));
    }

    /** Sends the head of the request. */
    public static OpenUpload begin(Node node, Person owner, long file, int length) {
        try {
            return new OpenUpload(node, owner, file, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public OpenUpload send(byte... part) {
        try {
            socket.getOutputStream().write(part);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of the answer. */
    public int status(Duration patience) {
        try {
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)).readLine();
            if (line == null) throw new EOFException("the server ended the connection");
            return Integer.parseInt(line.split(" ")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
