package parley.domain.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import parley.domain.identity.UserId;

/** A user has blocked another user. */
@Entity
@Table(name = "user_block")
public class UserBlock {

    @EmbeddedId
    private UserBlockKey key;

    @Column(name = "created_at")
    private Instant createdAt;

    protected UserBlock() {}

    public UserBlock(UserId user, UserId blocked, Instant createdAt) {
        this.key = UserBlockKey.of(user, blocked);
        this.createdAt = createdAt;
    }
}
