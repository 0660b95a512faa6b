package parley.cluster.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import parley.cluster.server.Node;

/** A minimal WebSocket client for handshakes and frames that violate RFC 6455, which a library would not send. */
public final class RawSocket implements AutoCloseable {

    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final int status;

    private RawSocket(Node node, String target, String... headers) throws IOException {
        var address = node.http("");
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) Chat.PATIENCE.toMillis());
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        var request = new StringBuilder(
                "GET " + target + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        for (var header : headers) request.append(header).append("\r\n");
        out.write(request.append("\r\n").toString().getBytes(ISO_8859_1));
        out.flush();
        status = Integer.parseInt(head().split(" ")[1]);
    }

    /** @param headers complete header lines, including Upgrade */
    public static RawSocket open(Node node, String target, String... headers) {
        try {
            return new RawSocket(node, target, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RawSocket of(Node node, Person person) {
        return open(node, "/ws", "Upgrade: websocket", "Authorization: Bearer " + person.token());
    }

    private String head() throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) throw new EOFException("the server ended the connection after: " + head);
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    /** The status of the handshake. */
    public int status() {
        return status;
    }

    /** Sends the header of a frame, with a mask of zeros. */
    public void begin(int opcode, boolean last, long length) throws IOException {
        var head = ByteBuffer.allocate(14).put((byte) ((last ? 0x80 : 0) | opcode));
        if (length < 126) head.put((byte) (0x80 | length));
        else if (length < 65_536) head.put((byte) (0x80 | 126)).putShort((short) length);
        else head.put((byte) (0x80 | 127)).putLong(length);
        head.putInt(0);
        out.write(head.array(), 0, head.position());
        out.flush();
    }

    public void bytes(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    public void frame(int opcode, boolean last, byte[] payload) throws IOException {
        begin(opcode, last, payload.length);
        bytes(payload);
    }

    public void text(String text) throws IOException {
        frame(TEXT, true, text.getBytes(UTF_8));
    }

    private record Frame(int opcode, byte[] payload) {}

    /** Null at the end of the connection. */
    private Frame next() throws IOException {
        try {
            int opcode = in.readUnsignedByte() & 0x0f;
            long length = in.readUnsignedByte() & 0x7f;
            if (length == 126) length = in.readUnsignedShort();
            else if (length == 127) length = in.readLong();
            return new Frame(opcode, in.readNBytes((int) length));
        } catch (EOFException | SocketException ended) {
            return null;
        }
    }

    /** The next text frame except {@code store}, which the server sends at any time; a missing node if the socket was closed. */
    public JsonNode heard() throws IOException {
        for (var frame = next(); frame != null && frame.opcode != CLOSE; frame = next()) {
            if (frame.opcode != TEXT) continue;
            var json = Json.parse(new String(frame.payload, UTF_8));
            if (!json.path("t").asText().equals("store")) return json;
        }
        return Json.parse(null);
    }

    /** Skips all frames up to the close. */
    public int closeCode() throws IOException {
        for (var frame = next(); frame != null; frame = next()) {
            if (frame.opcode == CLOSE)
                return frame.payload.length < 2
                        ? ChatSocket.ABNORMAL
                        : ByteBuffer.wrap(frame.payload).getShort();
        }
        return ChatSocket.ABNORMAL;
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
