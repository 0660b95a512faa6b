package parley.web.message.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import parley.domain.conversation.boundary.ConversationViews;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.web.membership.Members;
import parley.web.message.history.Recent;
import parley.web.node.Threads;
import parley.web.platform.database.Database;
import parley.web.platform.database.DatabaseUnavailable;
import parley.web.socket.frame.Frames;
import parley.web.socket.session.SessionRegistry;

/**
 * Tells those who are connected here of a conversation that is new to them or looks different; not on the tail's thread,
 * since it asks the database, and once for all of them.
 */
@ApplicationScoped
public class ConversationNews {

    private static final System.Logger LOG = System.getLogger(ConversationNews.class.getName());

    @Inject
    ConversationViews views;

    @Inject
    Database database;

    @Inject
    Recent recent;

    @Inject
    Members members;

    @Inject
    SessionRegistry sessions;

    @Inject
    Threads threads;

    /** {@code user} belongs to it from now on. */
    public void joined(ConversationId conversation, UserId user) {
        threads.platform().execute(() -> tell(conversation, Set.of(user)));
    }

    /** It looks different now to all its members. */
    public void changed(ConversationId conversation) {
        var here = members.receivers(conversation).stream()
                .filter(member -> !sessions.of(member).isEmpty())
                .collect(Collectors.toSet());
        if (!here.isEmpty()) threads.platform().execute(() -> tell(conversation, here));
    }

    private void tell(ConversationId conversation, Set<UserId> users) {
        try {
            database.needed(() -> views.forMembers(conversation, users)).forEach((user, view) -> {
                var frame = Frames.conversation(recent.over(view, user));
                sessions.of(user).forEach(session -> session.send(frame));
            });
        } catch (DatabaseUnavailable down) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} users are not told of conversation {1} now; its next message or list shows it.",
                    users.size(),
                    conversation);
        }
    }
}
