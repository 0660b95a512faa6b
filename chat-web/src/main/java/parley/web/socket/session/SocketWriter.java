package parley.web.socket.session;

import jakarta.websocket.EncodeException;
import jakarta.websocket.RemoteEndpoint;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes to one client; used by one thread. */
interface SocketWriter {

    void text(String frame) throws IOException;

    /** The client's pong repeats the mark. */
    void ping(long mark) throws IOException;

    /** Writes on the caller's thread, which blocks while the operating system accepts no more. */
    static SocketWriter to(RemoteEndpoint.Basic remote) {
        return new SocketWriter() {
            @Override
            public void text(String frame) throws IOException {
                try {
                    // Open Liberty's sendText leaves the connection in the writing state if the write fails.
                    remote.sendObject(frame);
                } catch (EncodeException never) {
                    throw new IOException(never);
                }
            }

            @Override
            public void ping(long mark) throws IOException {
                remote.sendPing(ByteBuffer.allocate(Long.BYTES).putLong(0, mark));
            }
        };
    }
}
