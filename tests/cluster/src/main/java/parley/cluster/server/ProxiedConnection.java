package parley.cluster.server;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/** A connection through a {@link TcpProxy}. All its state belongs to its event loop. */
final class ProxiedConnection {

    private final TcpProxy proxy;
    private final Vertx vertx;
    private final Context loop;
    private final NetSocket near;
    private NetSocket far;
    private Way there;
    private Way back;
    private boolean reaching;
    /** One end is closed, and the other has not been told yet. */
    private boolean broken;

    ProxiedConnection(TcpProxy proxy, Vertx vertx, NetSocket near) {
        this.proxy = proxy;
        this.vertx = vertx;
        this.near = near;
        loop = vertx.getOrCreateContext();
        near.pause();
        near.closeHandler(closed -> broke());
        near.exceptionHandler(ProxiedConnection::expected);
    }

    /** Resets are expected; a close follows each of them. */
    private static void expected(Throwable reset) {}

    /** Adapts to the current mode of the proxy. */
    void look() {
        loop.runOnContext(now -> {
            switch (proxy.mode()) {
                case ProxyMode.Cut cut -> close();
                case ProxyMode.HalfOpen held -> hold();
                case ProxyMode.Open open -> goOn();
                case ProxyMode.Slow slow -> goOn();
                case ProxyMode.SlowServer slow -> goOn();
            }
        });
    }

    void cut() {
        loop.runOnContext(now -> close());
    }

    private void hold() {
        near.pause();
        if (far != null) far.pause();
    }

    private void goOn() {
        if (broken) close();
        else if (far == null) reach();
        else {
            there.goOn();
            back.goOn();
        }
    }

    private void reach() {
        if (reaching) return;
        reaching = true;
        proxy.connect().onComplete(reached -> {
            if (reached.failed()) {
                close();
                return;
            }
            far = reached.result();
            far.pause();
            far.closeHandler(closed -> broke());
            far.exceptionHandler(ProxiedConnection::expected);
            there = new Way(near, far);
            back = new Way(far, near);
            look();
        });
    }

    /** One direction. */
    private final class Way {

        private final NetSocket from;
        private final NetSocket to;
        /** A delayed chunk is under way; later ones must not overtake it, even if the mode has changed. */
        private boolean underWay;

        private Way(NetSocket from, NetSocket to) {
            this.from = from;
            this.to = to;
            from.handler(this::carry);
        }

        private void carry(Buffer bytes) {
            long delayMillis = delayMillis(bytes.length());
            if (delayMillis > 0) {
                from.pause();
                underWay = true;
                vertx.setTimer(delayMillis, arrived -> {
                    to.write(bytes);
                    underWay = false;
                    goOn();
                });
                return;
            }
            to.write(bytes);
            if (to.writeQueueFull()) {
                from.pause();
                to.drainHandler(drained -> goOn());
            }
        }

        private long delayMillis(int bytes) {
            return switch (proxy.mode()) {
                case ProxyMode.Slow slow -> slow.millis(bytes);
                case ProxyMode.SlowServer slow ->
                    this == there ? slow.beforeEachRequest().toMillis() : 0;
                case ProxyMode.Open open -> 0;
                case ProxyMode.Cut cut -> 0;
                case ProxyMode.HalfOpen held -> 0;
            };
        }

        private void goOn() {
            if (!underWay && !(proxy.mode() instanceof ProxyMode.HalfOpen)) from.resume();
        }
    }

    /** A half-open connection does not forward the close either. */
    private void broke() {
        broken = true;
        if (!(proxy.mode() instanceof ProxyMode.HalfOpen)) close();
    }

    private void close() {
        near.close();
        if (far != null) far.close();
        proxy.ended(this);
    }
}
