package parley.domain.group;

import parley.domain.identity.Role;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/** What one member may do in a conversation, decided by the role and the attributes of the group alone. */
public record GroupPermissions(Role role, GroupAttributes group) {

    /** @throws Refused {@code forbidden} if the role does not suffice, {@code conflict} if the group is archived */
    public void require(GroupAction action) {
        if (!role.isAtLeast(action.least())) throw new Refused(Refusal.FORBIDDEN, needed(action.least()));
        if (group.archived() && !action.isAllowedWhileArchived()) throw archived();
        if (action.writes() && group.posting() == Posting.MODERATORS && !role.isAtLeast(Role.MODERATOR)) {
            throw new Refused(Refusal.FORBIDDEN, "Only owners and moderators can write in this group.");
        }
    }

    /**
     * What changes nothing can be repeated in an archived group.
     *
     * @throws Refused as {@link #require}
     */
    public void require(AttributeChange change) {
        if (change.archived() != null) require(GroupAction.ARCHIVE);
        boolean isAllowed = change.restores() || !change.changes(group);
        var after = new GroupPermissions(role, isAllowed ? group.with(RESTORED) : group);
        if (change.changesText()) after.require(GroupAction.DESCRIBE);
        if (change.changesSettings()) after.require(GroupAction.CONFIGURE);
    }

    public static Refused archived() {
        return new Refused(Refusal.CONFLICT, "The group is archived. An owner can restore it.");
    }

    private static final AttributeChange RESTORED = new AttributeChange(null, null, null, null, false, null);

    private static String needed(Role least) {
        return least == Role.OWNER
                ? "Only an owner of the group may do this."
                : "Only owners and moderators of the group may do this.";
    }
}
