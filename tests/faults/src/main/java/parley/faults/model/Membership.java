package parley.faults.model;

/**
 * An attempt to add a user to a group, to give a role, or to remove the user.
 *
 * @param role the new role; {@link #INITIAL} for a member from the beginning; null if the user leaves or is removed
 * @param acknowledged whether the response confirmed the change; otherwise it may or may not have happened
 */
public record Membership(long conversation, long actor, long user, String role, boolean acknowledged) {

    /** Such records are not shown, so that their role is not counted. */
    public static final String INITIAL = "initial";

    static String roleOf(LogRecord record) {
        if (!record.on()) return null;
        return record.shown() && record.details().role() != null
                ? record.details().role()
                : INITIAL;
    }
}
