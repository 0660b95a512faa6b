package parley.web.account.directory;

import java.util.Optional;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;

/** Finds users without the database; a user who has just registered may not be known yet. */
public interface NameLookup {

    Optional<UserProfile> find(UserId id);

    /** @param username in lower case */
    Optional<UserId> findActive(String username);
}
