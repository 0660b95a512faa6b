package parley.web.socket.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import java.time.Duration;
import parley.web.account.signin.RevokedSessions;
import parley.web.account.signin.SessionEnded;
import parley.web.account.signin.UserSessionsEnded;
import parley.web.platform.clock.LogClock;
import parley.web.platform.runtime.ScheduledTask;

/** Closes the sockets of sessions that have ended or expired. */
@ApplicationScoped
public class SignInExpiry {

    private static final String SIGNED_OUT = "signed out";
    private static final String EXPIRED = "token expired";

    @Inject
    SessionRegistry sessions;

    @Inject
    RevokedSessions ended;

    @Inject
    LogClock clock;

    /** @return whether the socket's session has ended or expired, and the socket was closed */
    public boolean close(ClientSession socket) {
        if (ended.has(socket.user(), socket.signIn(), socket.issuedAt()))
            socket.close(CloseCodes.VIOLATED_POLICY, SIGNED_OUT);
        else if (clock.isSet() && socket.expiresAt().isBefore(clock.instant()))
            socket.close(CloseCodes.VIOLATED_POLICY, EXPIRED);
        else return false;
        return true;
    }

    void onSessionEnded(@Observes SessionEnded end) {
        sessions.all()
                .filter(socket -> socket.signIn().equals(end.session()))
                .forEach(socket -> socket.close(CloseCodes.VIOLATED_POLICY, SIGNED_OUT));
    }

    void onUserSessionsEnded(@Observes UserSessionsEnded end) {
        sessions.all().filter(socket -> socket.user().equals(end.user())).forEach(this::close);
    }

    @Produces
    ScheduledTask expiry() {
        return ScheduledTask.quick("sign-in expiry", Duration.ofSeconds(1), this::expire);
    }

    void expire() {
        if (!clock.isSet()) return;
        var now = clock.instant();
        sessions.all()
                .filter(socket -> socket.expiresAt().isBefore(now))
                .forEach(socket -> socket.close(CloseCodes.VIOLATED_POLICY, EXPIRED));
    }
}
