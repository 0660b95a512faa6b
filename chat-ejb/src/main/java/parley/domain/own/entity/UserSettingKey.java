package parley.domain.own.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import parley.domain.identity.UserId;

@Embeddable
public record UserSettingKey(
        @Column(name = "user_id") long userId,
        @Column(name = "name") String name) {

    public static UserSettingKey of(UserId user, OwnPart part) {
        return new UserSettingKey(user.value(), part.code());
    }
}
