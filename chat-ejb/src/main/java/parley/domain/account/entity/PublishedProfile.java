package parley.domain.account.entity;

/**
 * A user's public profile, as every node knows it without the database.
 *
 * @param state {@link #ACTIVE}; other values are of later versions
 * @param version increases with each change of the profile
 */
public record PublishedProfile(UserProfile profile, String state, long version) {

    public static final String ACTIVE = "active";

    public boolean isActive() {
        return state.equals(ACTIVE);
    }
}
