package parley.domain.account.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import parley.domain.identity.UserId;

/**
 * A session as it began.
 *
 * @param id names the session; only a signature makes a token of it
 * @param begunAt in milliseconds, as the token has it
 * @param address of the client, as the rate limits count it
 */
public record BegunSession(
        String id, UserId user, Instant begunAt, Instant expiresAt, String address, Optional<UserAgent> userAgent) {

    public BegunSession {
        begunAt = begunAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The same session, not longer than sessions last now. */
    public BegunSession within(Duration lifetime) {
        var latest = begunAt.plus(lifetime);
        return expiresAt.isAfter(latest) ? new BegunSession(id, user, begunAt, latest, address, userAgent) : this;
    }
}
