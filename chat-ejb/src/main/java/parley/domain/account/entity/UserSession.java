package parley.domain.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import parley.domain.identity.UserId;

/** The row of a session: written at sign-in, removed when the session has ended or expired. */
@Entity
@Table(name = "user_session")
public class UserSession {

    @Id
    @Column(name = "session_id")
    private String id;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private String address;

    @Column(name = "user_agent")
    private String userAgent;

    protected UserSession() {}

    public UserSession(BegunSession session) {
        this.id = session.id();
        this.userId = session.user().value();
        this.begunAt = session.begunAt();
        this.expiresAt = session.expiresAt();
        this.address = session.address();
        this.userAgent = session.userAgent().map(UserAgent::text).orElse(null);
    }

    public BegunSession begun() {
        return new BegunSession(
                id,
                new UserId(userId),
                begunAt,
                expiresAt,
                address,
                Optional.ofNullable(userAgent).map(UserAgent::new));
    }
}
