package parley.cluster.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports of the loopback address, each returned once. They are below the ephemeral ports, so that no client
 * connection takes the port of a server while it is restarted.
 */
public final class Ports {

    public static final String HOST = "127.0.0.1";
    private static final int LOWEST = 16_000;
    private static final int HIGHEST = 32_000;
    private static final Set<Integer> USED = new HashSet<>();

    private Ports() {}

    public static synchronized int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
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
}
