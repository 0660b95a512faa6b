package parley.st.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small TCP relay: closed, it refuses and cuts what there was, as a server that has died would. */
public final class Relay {

    private final int port = Ports.free();
    private final InetSocketAddress target;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private ServerSocket server;

    Relay(String host, int targetPort) {
        target = new InetSocketAddress(host, targetPort);
    }

    int port() {
        return port;
    }

    public synchronized void open() {
        if (isOpen()) return;
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByName(Ports.HOST), port));
            var listening = server;
            threads.submit(() -> accept(listening));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized boolean isOpen() {
        return server != null && !server.isClosed();
    }

    public synchronized void close() {
        close(server);
        sockets.forEach(Relay::close);
        sockets.clear();
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) relay(listening.accept());
        } catch (IOException closed) {
            return;   // that is how it is closed
        }
    }

    private void relay(Socket near) {
        var far = new Socket();
        sockets.add(near);
        sockets.add(far);
        threads.submit(() -> {
            try {
                far.connect(target, 3_000);
            } catch (IOException refused) {
                cut(near, far);
                return;
            }
            threads.submit(() -> pump(near, far));
            pump(far, near);
        });
    }

    private void pump(Socket from, Socket to) {
        try {
            from.setTcpNoDelay(true);
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // the other end is cut too, below
        } finally {
            cut(from, to);
        }
    }

    private void cut(Socket one, Socket other) {
        close(one);
        close(other);
        sockets.remove(one);
        sockets.remove(other);
    }

    private static void close(AutoCloseable closeable) {
        try {
            if (closeable != null) closeable.close();
        } catch (Exception e) {
            // it is closed, however
        }
    }
}
