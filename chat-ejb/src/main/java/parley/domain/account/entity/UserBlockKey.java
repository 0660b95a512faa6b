package parley.domain.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import parley.domain.identity.UserId;

@Embeddable
public record UserBlockKey(
        @Column(name = "user_id") long userId,
        @Column(name = "blocked_id") long blockedId) {

    public static UserBlockKey of(UserId user, UserId blocked) {
        return new UserBlockKey(user.value(), blocked.value());
    }
}
