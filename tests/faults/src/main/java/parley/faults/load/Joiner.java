package parley.faults.load;

import io.vertx.core.AsyncResult;
import io.vertx.core.http.HttpMethod;
import java.util.HashSet;
import java.util.Set;
import parley.faults.model.Membership;

/** Takes people into groups and out of them, one change after another. */
final class Joiner {

    private record Seat(long group, long person) {}

    private final LoadContext ground;
    /** Of whom it is not known whether they are in: nobody touches these again. */
    private final Set<Seat> unsure = new HashSet<>();

    private boolean busy;

    Joiner(LoadContext ground) {
        this.ground = ground;
    }

    boolean isBusy() {
        return busy;
    }

    /** @param joins false: {@code who} is taken out */
    void change(SimulatedConversation group, SimulatedUser who, boolean joins) {
        if (busy || unsure.contains(new Seat(group.id(), who.id()))) return;
        busy = true;
        var path = "/api/conversations/%d/members/%d".formatted(group.id(), who.id());
        ground.rest()
                .call(
                        joins ? HttpMethod.PUT : HttpMethod.DELETE,
                        ground.anyNode(),
                        path,
                        group.owner().token(),
                        null)
                .onComplete(answered -> {
                    busy = false;
                    answered(group, who, joins, answered);
                });
    }

    private void answered(
            SimulatedConversation group, SimulatedUser who, boolean joins, AsyncResult<Rest.Reply> answered) {
        boolean ok = answered.succeeded() && answered.result().isOk();
        boolean refused = !ok && answered.succeeded() && !answered.result().isTrouble();
        ground.history().count(ok ? "memberships changed" : refused ? "memberships refused" : "memberships unsure");
        if (refused) return;
        ground.history().membership(new Membership(group.id(), group.owner().id(), who.id(), joins, ok));
        if (!ok) unsure.add(new Seat(group.id(), who.id()));
        if (ok && joins) group.members().add(who);
        else group.members().remove(who);
    }
}
