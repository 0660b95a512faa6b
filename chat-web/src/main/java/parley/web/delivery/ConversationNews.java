package parley.web.delivery;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import parley.domain.conversation.boundary.ConversationViews;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.web.frame.Frames;
import parley.web.node.Threads;
import parley.web.session.SessionRegistry;

/** Tells somebody who is connected here of a conversation that is new to them; beside the tail, for it asks the database. */
@ApplicationScoped
public class ConversationNews {

    private static final System.Logger LOG = System.getLogger(ConversationNews.class.getName());

    @Inject
    ConversationViews views;

    @Inject
    SessionRegistry sessions;

    @Inject
    Threads threads;

    public void joined(ConversationId conversation, UserId user) {
        threads.virtual().execute(() -> {
            try {
                views.find(conversation, user).map(Frames::conversation).ifPresent(frame -> sessions.of(user)
                        .forEach(session -> session.send(frame)));
            } catch (EJBException down) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "User {0} is not told of conversation {1} now; its first message will show it.",
                        user,
                        conversation);
            }
        });
    }
}
