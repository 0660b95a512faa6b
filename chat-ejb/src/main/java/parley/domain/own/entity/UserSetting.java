package parley.domain.own.entity;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import parley.domain.identity.UserId;

/** A part of a user's own state that is one JSON object. The row remains when the part is removed. */
@Entity
@Table(name = "user_setting")
public class UserSetting {

    @EmbeddedId
    private UserSettingKey key;

    private String content;

    private long version;

    protected UserSetting() {}

    public UserSetting(UserId user, OwnPart part) {
        this.key = UserSettingKey.of(user, part);
    }

    /** Empty for a part of a later version. */
    public Optional<OwnPart> part() {
        return OwnPart.of(key.name());
    }

    /** Null if the part was removed. */
    public String content() {
        return content;
    }

    public long version() {
        return version;
    }

    /** @param json null removes the part */
    public void change(String json, long newVersion) {
        content = json;
        version = newVersion;
    }
}
