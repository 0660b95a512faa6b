package parley.web.platform.rest;

import jakarta.security.enterprise.CallerPrincipal;
import java.time.Instant;
import parley.domain.account.entity.UserProfile;

/** The authenticated user of a request or a socket. */
public final class AuthenticatedUser extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final transient UserProfile person;
    private final String session;
    private final transient Instant issuedAt;
    private final transient Instant expiresAt;

    public AuthenticatedUser(UserProfile person, String session, Instant issuedAt, Instant expiresAt) {
        super(person.username());
        this.person = person;
        this.session = session;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    public UserProfile person() {
        return person;
    }

    /** The id of the session that the token names. */
    public String session() {
        return session;
    }

    /** When the token was issued. */
    public Instant issuedAt() {
        return issuedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
