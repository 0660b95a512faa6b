package parley.web.account.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.domain.account.entity.BegunSession;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;
import parley.web.platform.clock.LogClock;
import parley.web.platform.rest.AuthenticatedUser;

/**
 * Ends sessions on request. A call returns when the end is in the log: the tokens are then invalid on all nodes within 5
 * s, and the sockets are closed.
 */
@ApplicationScoped
public class SessionEnding {

    private static final int PATIENCE_SECONDS = 9;
    private static final String NONE = "";

    @Inject
    RevokedSessions ended;

    @Inject
    SessionList list;

    @Inject
    LogClock clock;

    /** @throws Refused {@code unavailable} if the log is; the session goes on */
    public void end(AuthenticatedUser caller) throws InterruptedException {
        await(ended.end(caller.session(), caller.expiresAt()));
        list.remove(caller.session());
    }

    /**
     * Ends one session of a user, which the list has.
     *
     * @throws Refused {@code not_found} if it has ended or is another user's; {@code unavailable} if database or log are
     */
    public void end(UserId user, String session) throws InterruptedException {
        var found = list.find(user, session)
                .map(BegunSession::expiresAt)
                .orElseThrow(() -> Refused.notFound("There is no such session."));
        await(ended.end(session, found));
        list.remove(session);
    }

    /**
     * Ends all sessions of the caller but the present one, whether the list has them or not.
     *
     * @throws Refused {@code unavailable} if the log is; the sessions go on
     */
    public void endOthers(AuthenticatedUser caller) throws InterruptedException {
        endAllBut(caller.session(), caller.person().id());
    }

    /** As {@link #endOthers}, for all sessions of a user. */
    public void endAll(UserId user) throws InterruptedException {
        endAllBut(NONE, user);
    }

    private void endAllBut(String session, UserId user) throws InterruptedException {
        var last = clock.instant();
        await(ended.endOthers(user, session));
        list.removeOthers(user, session, last);
    }

    private static void await(CompletionStage<Void> end) throws InterruptedException {
        try {
            end.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw Refused.unavailable("The log is unavailable, so no session can be ended now.", failed);
        }
    }
}
