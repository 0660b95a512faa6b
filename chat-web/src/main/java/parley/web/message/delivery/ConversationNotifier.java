package parley.web.message.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import parley.domain.conversation.boundary.ConversationViews;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.web.membership.NodeMemberships;
import parley.web.message.history.OfflineConversationList;
import parley.web.message.history.TailOverlay;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;
import parley.web.platform.runtime.NodeExecutors;
import parley.web.presence.ConnectedUsers;
import parley.web.presence.signal.ConversationRenamed;

/**
 * Shows connected users a conversation that is new to them or has changed. It queries the database once for all of
 * them, and therefore does not run on the tail's thread.
 */
@ApplicationScoped
public class ConversationNotifier implements ConversationListener {

    private static final System.Logger LOG = System.getLogger(ConversationNotifier.class.getName());

    @Inject
    ConversationViews views;

    @Inject
    DatabaseGateway database;

    @Inject
    TailOverlay overlay;

    @Inject
    OfflineConversationList known;

    @Inject
    NodeMemberships members;

    @Inject
    ConnectedUsers connected;

    @Inject
    Event<Shown> shown;

    @Inject
    NodeExecutors threads;

    @Override
    public void onJoined(ConversationId conversation, UserId user) {
        if (connected.has(user)) threads.platform().execute(() -> notifyMembers(conversation, Set.of(user)));
    }

    /** Nodes of the version before rename groups without a record in the log. */
    void onRenamed(@Observes ConversationRenamed renamed) {
        onChanged(renamed.conversation());
    }

    @Override
    public void onChanged(ConversationId conversation) {
        var here =
                members.receivers(conversation).stream().filter(connected::has).collect(Collectors.toSet());
        if (!here.isEmpty()) threads.platform().execute(() -> notifyMembers(conversation, here));
    }

    private void notifyMembers(ConversationId conversation, Set<UserId> users) {
        var asOf = known.asOf();
        try {
            var stored = database.needed(() -> views.forMembers(conversation, users));
            overlay.over(stored.entrySet().stream()
                            .map(each -> known.stored(each.getKey(), each.getValue(), asOf))
                            .toList())
                    .forEach(each ->
                            shown.fire(new Shown.Conversation(each.stored().reader(), each.shown())));
        } catch (DatabaseUnavailable down) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} users are not notified of conversation {1} now; its next message or list shows it.",
                    users.size(),
                    conversation);
        }
    }
}
