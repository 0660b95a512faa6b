package parley.web.account.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;

/**
 * Finds the profiles of several users: what this node knows, and only if that is not everybody, for example because a
 * user has just registered, what the database has.
 */
public final class ProfileLookup {

    private static final System.Logger LOG = System.getLogger(ProfileLookup.class.getName());

    private final NameLookup known;
    private final DatabaseGateway database;
    private final Accounts accounts;

    ProfileLookup(NameLookup known, DatabaseGateway database, Accounts accounts) {
        this.known = known;
        this.database = database;
        this.accounts = accounts;
    }

    /** By id, without users whom neither knows. */
    public List<UserProfile> findAll(Collection<UserId> ids) {
        var found = new TreeMap<UserId, UserProfile>();
        for (var id : ids) known.find(id).ifPresent(user -> found.put(id, user));
        found.putAll(stored(ids.stream().filter(id -> !found.containsKey(id)).toList()));
        return List.copyOf(found.values());
    }

    private Map<UserId, UserProfile> stored(Collection<UserId> ids) {
        if (ids.isEmpty()) return Map.of();
        try {
            return database.quick(() -> accounts.findAll(ids));
        } catch (DatabaseUnavailable down) {
            // Whom this node knows is named also without the database.
            LOG.log(System.Logger.Level.DEBUG, "The database cannot be asked for " + ids.size() + " names.", down);
            return Map.of();
        }
    }
}
