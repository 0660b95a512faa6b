package parley.web.message.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.SecurityContext;
import parley.domain.conversation.entity.ConversationChange;
import parley.domain.outbox.entity.MembershipChange;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.rest.AuthenticatedUser;

/** Records in the audit log who changed which membership of a group. */
@ApplicationScoped
class MembershipAudit {

    @Inject
    SecurityEvents events;

    @Inject
    ClientAddress address;

    void changed(SecurityContext security, HttpServletRequest request, ConversationChange change) {
        var event = SecurityEvent.of("membership_changed")
                .by(((AuthenticatedUser) security.getUserPrincipal()).person())
                .from(address.of(request))
                .at(request.getRequestURI());
        for (var owed : change.owed()) {
            if (owed instanceof MembershipChange member)
                events.record(event.with("conversation", member.conversation())
                        .with("user", member.user())
                        .with(
                                "role",
                                member.role() == null ? "none" : member.role().code()));
        }
    }
}
