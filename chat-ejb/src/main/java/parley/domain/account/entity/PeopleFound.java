package parley.domain.account.entity;

import java.util.List;

/**
 * A page of people, best match first.
 *
 * @param next where the page that follows begins, or null where there is none
 */
public record PeopleFound(List<Person> people, DirectoryPlace next) {

    public static final PeopleFound NOBODY = new PeopleFound(List.of(), null);
}
