package parley.web.message.admission;

import parley.domain.group.GroupAction;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.EventDetail;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.membership.NodePermissions;
import parley.web.membership.ReadAccess;
import parley.web.message.history.MessageLookup;

/** Checks that the message to change exists for the sender, and that the sender may change it. */
final class ChangeTargetCheck {

    private final MessageLookup messages;
    private final NodePermissions permissions;
    private final ReadAccess readers;

    ChangeTargetCheck(MessageLookup messages, NodePermissions permissions, ReadAccess readers) {
        this.messages = messages;
        this.permissions = permissions;
        this.readers = readers;
    }

    /**
     * @param role of the sender
     * @throws Refused {@code not_found}, {@code forbidden} or {@code conflict}
     */
    void require(LogEntry entry, Role role) {
        if (!(entry instanceof LogEntry.Event event) || !(event.detail() instanceof EventDetail.OfMessage change))
            return;
        var conversation = entry.conversation();
        if (readers.ofMember(conversation, entry.actor()).isAfter(change.target()))
            throw MessageLookup.notThere(change.target());
        var target = messages.require(conversation, change.target());
        boolean isTheirs = target.from().equals(entry.actor());
        switch (change) {
            case EventDetail.Edited edited -> {
                if (!isTheirs) throw notAuthor();
            }
            case EventDetail.Revoked revoked -> requireRevoke(conversation, entry.actor(), role, isTheirs);
            case EventDetail.Reaction reaction -> {}
        }
        if (target.revoked()) throw new Refused(Refusal.CONFLICT, "The message was revoked.");
    }

    private void requireRevoke(ConversationId conversation, UserId actor, Role role, boolean isTheirs) {
        if (!isTheirs && !role.isAtLeast(Role.MODERATOR)) throw notAuthor();
        var action = isTheirs ? GroupAction.REVOKE_OWN : GroupAction.REVOKE_OTHERS;
        permissions.require(action, conversation, actor, role);
    }

    private static Refused notAuthor() {
        return new Refused(Refusal.FORBIDDEN, "Only its author may change a message.");
    }
}
