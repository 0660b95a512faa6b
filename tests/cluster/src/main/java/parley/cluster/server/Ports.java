package parley.cluster.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports of the loopback address, each returned once. They are below the ephemeral ports, so that no client
 * connection takes the port of a server while it is restarted. Each {@link TestFork} has 4,000 ports. The system property
 * {@code cluster.ports} is the lowest port of the first fork (16,000 by default); runs at the same time have different
 * ones.
 */
public final class Ports {

    public static final String HOST = "127.0.0.1";
    private static final int COUNT = 4_000;
    private static final int LOWEST = Integer.getInteger("cluster.ports", 16_000) + COUNT * (TestFork.NUMBER - 1);
    private static final Set<Integer> USED = new HashSet<>();

    private Ports() {}

    public static synchronized int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, LOWEST + COUNT);
            if (!USED.contains(port) && isFree(port) && USED.add(port)) return port;
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether a process accepts connections on that port. */
    public static boolean isOpen(int port) {
        try (var socket = new Socket(HOST, port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
