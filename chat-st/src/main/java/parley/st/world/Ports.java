package parley.st.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Free ports of the loopback address, each given once. */
final class Ports {

    static final String HOST = "127.0.0.1";
    private static final Set<Integer> GIVEN = new HashSet<>();

    private Ports() {}

    static synchronized int free() {
        try {
            while (true) {
                try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
                    if (GIVEN.add(socket.getLocalPort())) return socket.getLocalPort();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
