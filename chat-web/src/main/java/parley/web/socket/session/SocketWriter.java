package parley.web.socket.session;

import jakarta.websocket.EncodeException;
import jakarta.websocket.RemoteEndpoint;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What leads to one client; used by one thread. */
interface SocketWriter {

    void text(String frame) throws IOException;

    /** The client's pong has it, too. */
    void ping(long mark) throws IOException;

    /** Writes on the caller's thread, which waits while the operating system takes no more. */
    static SocketWriter to(RemoteEndpoint.Basic remote) {
        return new SocketWriter() {
            @Override
            public void text(String frame) throws IOException {
                try {
                    // Open Liberty's sendText leaves a connection as being written to where the write fails.
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
