package parley.domain.account.entity;

import java.util.List;

/**
 * A page of users, best match first.
 *
 * @param next the cursor of the next page, or null on the last page
 */
public record PeopleFound(List<Person> people, DirectoryPlace next) {

    public static final PeopleFound NOBODY = new PeopleFound(List.of(), null);
}
