package parley.faults.load;

import io.vertx.core.http.HttpMethod;

/** Posts messages over REST, each until it has a final answer, at any node. */
final class RestSender {

    private static final long RETRY_MILLIS = 500;

    private final LoadContext context;
    private final Device.Listener listener;
    private int pending;
    private boolean stopped;

    RestSender(LoadContext context, Device.Listener listener) {
        this.context = context;
        this.listener = listener;
    }

    void post(SimulatedUser from, Outgoing send) {
        pending++;
        attempt(from, send);
    }

    private void attempt(SimulatedUser from, Outgoing send) {
        send.attempt();
        var node = context.anyOf(context.nodes());
        var path = "/api/conversations/" + send.key().conversation() + "/messages";
        context.rest()
                .call(HttpMethod.POST, node, path, from.token(), send.post())
                .onComplete(response -> {
                    if (response.succeeded() && response.result().isOk()) {
                        var json = response.result().json();
                        long pos = json.path("pos").asLong();
                        boolean dup = json.path("dup").asBoolean();
                        context.history().acknowledged(send.sent(), pos, dup, send.isRepeat(), "REST at " + node);
                        listener.acknowledged(send, pos);
                        pending--;
                        return;
                    }
                    var code = response.succeeded() ? response.result().code() : "no answer over REST";
                    context.history().refused(send.sent(), code);
                    boolean retry = response.failed() || response.result().isRetryable();
                    if (retry && !stopped) context.after(context.jittered(RETRY_MILLIS), () -> attempt(from, send));
                    else pending--;
                });
    }

    /** The number of messages without a final answer. */
    int pending() {
        return pending;
    }

    void giveUp() {
        stopped = true;
    }
}
