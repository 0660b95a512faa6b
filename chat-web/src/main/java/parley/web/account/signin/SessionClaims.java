package parley.web.account.signin;

import java.time.Duration;
import java.time.Instant;
import parley.domain.account.entity.UserProfile;

/** The claims of a session token. */
record SessionClaims(UserProfile person, String id, Instant issuedAt, Instant expiresAt) {

    /**
     * The same session, not longer than sessions last now. The end of a user's sessions is only kept for that long, so a
     * token that was issued with a longer lifetime must not outlive it.
     */
    SessionClaims within(Duration lifetime) {
        var latest = issuedAt.plus(lifetime);
        return expiresAt.isAfter(latest) ? new SessionClaims(person, id, issuedAt, latest) : this;
    }
}
