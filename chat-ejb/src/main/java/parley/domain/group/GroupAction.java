package parley.domain.group;

import parley.domain.identity.Role;

/** What a member can do in a conversation: the least role that may, and whether an archived group allows it. */
public enum GroupAction {
    SEND(Role.MEMBER, false),
    /** Of one's own message. It puts new text into the conversation, so it needs what {@link #SEND} needs. */
    EDIT(Role.MEMBER, false),
    REACT(Role.MEMBER, false),
    REVOKE_OWN(Role.MEMBER, false),
    REVOKE_OTHERS(Role.MODERATOR, false),
    REPORT(Role.MEMBER, true),
    /** Read the reports of a group and resolve them. */
    HANDLE_REPORTS(Role.MODERATOR, true),
    /** Change title or topic. */
    DESCRIBE(Role.MODERATOR, false),
    /** Change visibility, posting or history. */
    CONFIGURE(Role.OWNER, false),
    /** Archive or restore the group. */
    ARCHIVE(Role.OWNER, true),
    ADD_MEMBER(Role.MODERATOR, false),
    /** Remove a member who is neither owner nor moderator. */
    REMOVE_MEMBER(Role.MODERATOR, true),
    /** Change a role, add a user with one, or remove an owner or moderator. */
    MANAGE_ROLES(Role.OWNER, true),
    LEAVE(Role.MEMBER, true);

    private final Role least;
    private final boolean whileArchived;

    GroupAction(Role least, boolean whileArchived) {
        this.least = least;
        this.whileArchived = whileArchived;
    }

    Role least() {
        return least;
    }

    boolean isAllowedWhileArchived() {
        return whileArchived;
    }

    /** Whether it puts text into the conversation. */
    boolean writes() {
        return this == SEND || this == EDIT;
    }
}
