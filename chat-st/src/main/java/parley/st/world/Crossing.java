package parley.st.world;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;

/** One connection over a {@link Link}. Everything happens on its event loop. */
final class Crossing {

    private final Link link;
    private final Vertx vertx;
    private final Context loop;
    private final NetSocket near;
    private NetSocket far;
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
            near.resume();
            far.resume();
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
            carry(near, far);
            carry(far, near);
            look();
        });
    }

    private void carry(NetSocket from, NetSocket to) {
        from.handler(bytes -> {
            if (link.passage() instanceof Passage.Slow slow) {
                from.pause();
                vertx.setTimer(slow.millis(bytes.length()), late -> {
                    to.write(bytes);
                    resume(from);
                });
                return;
            }
            to.write(bytes);
            if (to.writeQueueFull()) {
                from.pause();
                to.drainHandler(drained -> resume(from));
            }
        });
    }

    private void resume(NetSocket from) {
        if (!(link.passage() instanceof Passage.HalfOpen)) from.resume();
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
