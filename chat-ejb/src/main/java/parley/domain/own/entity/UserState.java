package parley.domain.own.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The version of a user's own state. */
@Entity
@Table(name = "user_state")
public class UserState {

    @Id
    @Column(name = "user_id")
    private Long userId;

    private long version;

    protected UserState() {}

    public long version() {
        return version;
    }
}
