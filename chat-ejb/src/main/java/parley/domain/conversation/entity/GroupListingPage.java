package parley.domain.conversation.entity;

import java.util.List;
import parley.domain.account.entity.DirectoryCursor;

/**
 * A page of the directory of public groups, best match first.
 *
 * @param next the cursor of the next page, or null on the last page
 */
public record GroupListingPage(List<GroupListing> groups, DirectoryCursor next) {

    public static final GroupListingPage EMPTY = new GroupListingPage(List.of(), null);
}
