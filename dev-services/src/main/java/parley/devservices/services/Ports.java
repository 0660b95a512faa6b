package parley.devservices.services;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback address; a port is taken if it cannot be bound. */
final class Ports {

    static final String HOST = "127.0.0.1";

    private Ports() {}

    /** The wanted port, or a free one for 0. */
    static int claim(int wanted, String service, String variable) {
        try {
            return bound(wanted);
        } catch (IOException e) {
            throw CannotStart.portTaken(service, wanted, variable);
        }
    }

    static int free() throws IOException {
        return bound(0);
    }

    private static int bound(int port) throws IOException {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }
}
