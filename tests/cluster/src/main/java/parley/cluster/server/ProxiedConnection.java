package parley.cluster.server;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/** One connection over a {@link TcpProxy}. Everything happens on its event loop. */
final class ProxiedConnection {

    private final TcpProxy link;
    private final Vertx vertx;
    private final Context loop;
    private final NetSocket near;
    private NetSocket far;
    private Way there;
    private Way back;
    private boolean reaching;
    /** One end is closed, and the other does not know it yet. */
    private boolean broken;

    ProxiedConnection(TcpProxy link, Vertx vertx, NetSocket near) {
        this.link = link;
        this.vertx = vertx;
        this.near = near;
        loop = vertx.getOrCreateContext();
        near.pause();
        near.closeHandler(closed -> broke());
        near.exceptionHandler(ProxiedConnection::expected);
    }

    /** Resets are what this is for; a close follows each. */
    private static void expected(Throwable reset) {}

    /** The link has become something else. */
    void look() {
        loop.runOnContext(now -> {
            switch (link.passage()) {
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
        link.reach().onComplete(reached -> {
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
        /** A piece is on its slow way: what comes after it has to wait, whatever the link has become meanwhile. */
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
            return switch (link.passage()) {
                case ProxyMode.Slow slow -> slow.millis(bytes);
                case ProxyMode.SlowServer slow ->
                    this == there ? slow.beforeEachRequest().toMillis() : 0;
                case ProxyMode.Open open -> 0;
                case ProxyMode.Cut cut -> 0;
                case ProxyMode.HalfOpen held -> 0;
            };
        }

        private void goOn() {
            if (!underWay && !(link.passage() instanceof ProxyMode.HalfOpen)) from.resume();
        }
    }

    /** A pulled cable carries no end of a connection either. */
    private void broke() {
        broken = true;
        if (!(link.passage() instanceof ProxyMode.HalfOpen)) close();
    }

    private void close() {
        near.close();
        if (far != null) far.close();
        link.ended(this);
    }
}
