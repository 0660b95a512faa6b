package parley.cluster.world;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/** One connection over a {@link Link}. Everything happens on its event loop. */
final class Crossing {

    private final Link link;
    private final Vertx vertx;
    private final Context loop;
    private final NetSocket near;
    private NetSocket far;
    private Way there;
    private Way back;
    private boolean reaching;
    /** One end is closed, and the other does not know it yet. */
    private boolean broken;

    Crossing(Link link, Vertx vertx, NetSocket near) {
        this.link = link;
        this.vertx = vertx;
        this.near = near;
        loop = vertx.getOrCreateContext();
        near.pause();
        near.closeHandler(closed -> broke());
        near.exceptionHandler(Crossing::expected);
    }

    /** Resets are what this is for; a close follows each. */
    private static void expected(Throwable reset) {}

    /** The link has become something else. */
    void look() {
        loop.runOnContext(now -> {
            switch (link.passage()) {
                case Passage.Cut cut -> close();
                case Passage.HalfOpen held -> hold();
                case Passage.Open open -> goOn();
                case Passage.Slow slow -> goOn();
                case Passage.SlowServer slow -> goOn();
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
            far.exceptionHandler(Crossing::expected);
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
                case Passage.Slow slow -> slow.millis(bytes);
                case Passage.SlowServer slow ->
                    this == there ? slow.beforeEachRequest().toMillis() : 0;
                case Passage.Open open -> 0;
                case Passage.Cut cut -> 0;
                case Passage.HalfOpen held -> 0;
            };
        }

        private void goOn() {
            if (!underWay && !(link.passage() instanceof Passage.HalfOpen)) from.resume();
        }
    }

    /** A pulled cable carries no end of a connection either. */
    private void broke() {
        broken = true;
        if (!(link.passage() instanceof Passage.HalfOpen)) close();
    }

    private void close() {
        near.close();
        if (far != null) far.close();
        link.ended(this);
    }
}
