package parley.faults.load;

import io.vertx.core.AsyncResult;
import io.vertx.core.http.HttpMethod;
import java.util.HashSet;
import java.util.Set;
import parley.faults.model.Membership;

/** Adds users to groups and removes them, one change at a time. */
final class MembershipChanges {

    private record Member(long group, long user) {}

    private final LoadContext context;

    /** After an unknown outcome the membership is not changed again. */
    private final Set<Member> unknown = new HashSet<>();

    private boolean busy;

    MembershipChanges(LoadContext context) {
        this.context = context;
    }

    boolean isBusy() {
        return busy;
    }

    void change(SimulatedConversation group, SimulatedUser user, boolean joins) {
        if (busy || unknown.contains(new Member(group.id(), user.id()))) return;
        busy = true;
        if (joins) context.history().mayJoin(group.id(), user.id());
        var method = joins ? HttpMethod.PUT : HttpMethod.DELETE;
        var path = "/api/conversations/%d/members/%d".formatted(group.id(), user.id());
        context.rest()
                .call(
                        method,
                        context.anyOf(context.nodes()),
                        path,
                        group.owner().token(),
                        null)
                .onComplete(response -> {
                    busy = false;
                    changed(group, user, joins, response);
                });
    }

    private void changed(
            SimulatedConversation group, SimulatedUser user, boolean joins, AsyncResult<Rest.Response> response) {
        boolean ok = response.succeeded() && response.result().isOk();
        boolean refused = !ok && response.succeeded() && !response.result().isRetryable();
        context.history().count(ok ? "memberships changed" : refused ? "memberships refused" : "memberships unsure");
        if (refused) return;
        context.history()
                .membership(new Membership(group.id(), group.owner().id(), user.id(), joins ? "member" : null, ok));
        if (!ok) unknown.add(new Member(group.id(), user.id()));
        if (ok && joins) group.members().add(user);
        else group.members().remove(user);
    }
}
