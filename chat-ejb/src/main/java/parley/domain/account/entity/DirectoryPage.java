package parley.domain.account.entity;

import java.util.List;

/**
 * A page of users, best match first.
 *
 * @param next the cursor of the next page, or null on the last page
 */
public record DirectoryPage(List<UserProfile> people, DirectoryCursor next) {

    public static final DirectoryPage NOBODY = new DirectoryPage(List.of(), null);
}
