package parley.web.directory.boundary;

import jakarta.ws.rs.core.SecurityContext;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;
import parley.web.signin.SignedIn;

/** Who calls, and the ids in a path: one that cannot be is of something that is not there. */
final class Caller {

    private Caller() {}

    static UserId id(SecurityContext security) {
        return ((SignedIn) security.getUserPrincipal()).person().id();
    }

    static ConversationId conversation(String id) {
        try {
            return ConversationId.parse(id);
        } catch (IllegalArgumentException impossible) {
            throw Refused.notFound("There is no conversation " + id + ".");
        }
    }

    static UserId user(String id) {
        try {
            return UserId.parse(id);
        } catch (IllegalArgumentException impossible) {
            throw Refused.notFound("There is no user " + id + ".");
        }
    }
}
