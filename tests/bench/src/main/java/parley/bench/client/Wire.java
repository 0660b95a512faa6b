package parley.bench.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.Arrays;

/** One WebSocket, by hand: a general library makes several objects of each frame. */
final class Wire {

    /** The example of RFC 6455, and its answer. */
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
    private static final byte[] END_OF_HEAD = Bytes.of("\r\n\r\n");
    private static final byte[] NOTHING = {};

    /** Who uses it. */
    interface User {
        void text(byte[] bytes, int from, int to);

        void closed(String why);
    }

    private final NetSocket socket;
    private final User user;
    private final Promise<Wire> opened = Promise.promise();
    private byte[] rest = NOTHING;
    private boolean isOpen;
    private String why = "cut";

    private Wire(NetSocket socket, User user) {
        this.socket = socket;
        this.user = user;
    }

    /** Fails where the server refuses the handshake. */
    static Future<Wire> open(Loop loop, URI server, String token, User user) {
        return loop.connect(server).compose(socket -> {
            var wire = new Wire(socket, user);
            socket.handler(wire::came);
            socket.closeHandler(v -> wire.gone());
            socket.exceptionHandler(failed -> wire.why = failed.toString());
            socket.write(
                    "GET %s HTTP/1.1\r\nHost: %s:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: %s\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(server.getPath(), server.getHost(), server.getPort(), KEY, token));
            return wire.opened.future();
        });
    }

    private void came(Buffer buffer) {
        var bytes = buffer.getBytes();
        if (rest.length > 0) {
            var joined = Arrays.copyOf(rest, rest.length + bytes.length);
            System.arraycopy(bytes, 0, joined, rest.length, bytes.length);
            bytes = joined;
        }
        int read = isOpen ? 0 : head(bytes);
        if (isOpen) read = Frame.read(bytes, read, this::frame);
        rest = read == bytes.length ? NOTHING : Arrays.copyOfRange(bytes, read, bytes.length);
    }

    /** @return where the frames begin, or 0 */
    private int head(byte[] bytes) {
        int end = Bytes.after(END_OF_HEAD, bytes, 0, bytes.length);
        if (end < 0) return 0;
        var head = new String(bytes, 0, end, UTF_8);
        isOpen = head.startsWith("HTTP/1.1 101") && head.contains(ACCEPT);
        if (isOpen) {
            opened.complete(this);
        } else {
            why = head.lines().findFirst().orElse("no answer");
            socket.close();
        }
        return isOpen ? end : 0;
    }

    private void frame(int opcode, byte[] bytes, int from, int to) {
        switch (opcode) {
            case Frame.TEXT -> user.text(bytes, from, to);
            case Frame.PING -> send(Frame.of(Frame.PONG, Arrays.copyOfRange(bytes, from, to)));
            case Frame.CLOSE -> {
                why = to - from < 2
                        ? "closed"
                        : "closed " + ((bytes[from] & 0xff) << 8 | bytes[from + 1] & 0xff) + " "
                                + new String(bytes, from + 2, to - from - 2, UTF_8);
                socket.close();
            }
            case Frame.PONG -> {}
            default -> throw new IllegalStateException("a frame with opcode " + opcode);
        }
    }

    private void gone() {
        if (isOpen) user.closed(why);
        else opened.tryFail("the handshake ended with: " + why);
        isOpen = false;
    }

    boolean isOpen() {
        return isOpen;
    }

    /** @param frame a whole one */
    void send(byte[] frame) {
        socket.write(Buffer.buffer(frame));
    }

    /** As a cut of the network would; nobody is told. */
    void cut() {
        isOpen = false;
        socket.close();
    }
}
