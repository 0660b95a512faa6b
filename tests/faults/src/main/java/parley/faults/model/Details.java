package parley.faults.model;

import java.util.Set;

/**
 * What only some kinds of records have.
 *
 * @param role of a member record: the new role, or null if the user is gone
 * @param title of a changed group: the new title, or null
 * @param archived of a changed group: the new value, or null
 * @param mentioned the users whom the text of a message or of an edit mentions by name
 * @param everyone whether the text mentions everyone
 */
record Details(String role, String title, Boolean archived, Set<Long> mentioned, boolean everyone) {

    static final Details NONE = new Details(null, null, null, Set.of(), false);

    static Details role(String role) {
        return new Details(role, null, null, Set.of(), false);
    }

    static Details naming(Long... users) {
        return new Details(null, null, null, Set.of(users), false);
    }

    static Details change(String title, Boolean archived) {
        return new Details(null, title, archived, Set.of(), false);
    }

    boolean mentions(long user) {
        return everyone || mentioned.contains(user);
    }
}
