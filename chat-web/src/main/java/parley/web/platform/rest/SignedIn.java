package parley.web.platform.rest;

import jakarta.security.enterprise.CallerPrincipal;
import java.time.Instant;
import parley.domain.account.entity.Person;

/** The authenticated user of a request or a socket. */
public final class SignedIn extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final transient Person person;
    private final String session;
    private final transient Instant expiresAt;

    public SignedIn(Person person, String session, Instant expiresAt) {
        super(person.username());
        this.person = person;
        this.session = session;
        this.expiresAt = expiresAt;
    }

    public Person person() {
        return person;
    }

    /** The id of the session that the token names. */
    public String session() {
        return session;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
