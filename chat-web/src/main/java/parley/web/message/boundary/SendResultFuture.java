package parley.web.message.boundary;

import java.util.concurrent.CompletableFuture;
import parley.domain.identity.Position;
import parley.domain.message.entity.AppendResult;
import parley.domain.refusal.Refused;
import parley.web.message.admission.NotMentioned;
import parley.web.message.admission.SendCallback;

/** The result of a send, for a REST call that waits for it. */
final class SendResultFuture implements SendCallback {

    record Answer(AppendResult place, boolean dup, NotMentioned notMentioned) {}

    private final CompletableFuture<Answer> future = new CompletableFuture<>();

    private volatile NotMentioned notMentioned = NotMentioned.NOBODY;

    CompletableFuture<Answer> future() {
        return future;
    }

    @Override
    public void onNotMentioned(NotMentioned who) {
        notMentioned = who;
    }

    @Override
    public void onAccepted(AppendResult place, Position prev, boolean dup) {
        future.complete(new Answer(place, dup, notMentioned));
    }

    @Override
    public void onRefused(Refused why) {
        future.completeExceptionally(why);
    }
}
