package parley.faults.load;

import io.vertx.core.http.HttpMethod;
import parley.faults.model.History;

/** Posts over REST, as programs do: each until it is answered for good, on whatever node. */
final class RestSender {

    private static final long PAUSE_MILLIS = 500;

    private final LoadContext ground;
    private final History history;
    private final Device.Listener listener;
    private int underWay;
    private boolean stopped;

    RestSender(LoadContext ground, Device.Listener listener) {
        this.ground = ground;
        this.history = ground.history();
        this.listener = listener;
    }

    void post(SimulatedUser from, Outgoing what) {
        underWay++;
        attempt(from, what);
    }

    private void attempt(SimulatedUser from, Outgoing what) {
        what.goes();
        var node = ground.anyNode();
        var path = "/api/conversations/" + what.key().conversation() + "/messages";
        ground.rest()
                .call(HttpMethod.POST, node, path, from.token(), what.post())
                .onComplete(answered -> {
                    if (answered.succeeded() && answered.result().isOk()) {
                        var json = answered.result().json();
                        history.acknowledged(
                                what.sent(),
                                json.path("pos").asLong(),
                                json.path("dup").asBoolean(),
                                what.isRepeat(),
                                "REST at " + node);
                        listener.acknowledged(what, json.path("pos").asLong());
                        underWay--;
                        return;
                    }
                    history.refused(
                            what.sent(),
                            answered.succeeded() ? answered.result().code() : "no answer over REST");
                    boolean again = answered.failed() || answered.result().isTrouble();
                    if (again && !stopped) ground.after(ground.jittered(PAUSE_MILLIS), () -> attempt(from, what));
                    else underWay--;
                });
    }

    int underWay() {
        return underWay;
    }

    void giveUp() {
        stopped = true;
    }
}
