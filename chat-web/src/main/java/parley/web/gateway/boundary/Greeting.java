package parley.web.gateway.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.Body;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.delivery.StoreNews;
import parley.web.frame.ClientFrame;
import parley.web.frame.Frames;
import parley.web.history.Resumption;
import parley.web.intake.Limits;
import parley.web.membership.Members;
import parley.web.node.Leaving;
import parley.web.node.LogClock;
import parley.web.session.ClientSession;
import parley.web.session.SessionRegistry;
import parley.web.tail.Tail;
import parley.web.tail.TailItem;

/**
 * Answers {@code hello}: {@code welcome}, what was missed, and from then on everything live, with nothing between
 * and nothing twice: while it does this the tail stands still.
 */
@ApplicationScoped
class Greeting {

    static final int FRAME_BYTES = 65_536;

    @Inject
    Tail tail;

    @Inject
    Members members;

    @Inject
    Resumption resumption;

    @Inject
    SessionRegistry sessions;

    @Inject
    StoreNews store;

    @Inject
    LogClock clock;

    @Inject
    Leaving leaving;

    @Inject
    Limits limits;

    void greet(ClientFrame.Hello hello, ClientSession session) {
        // Who was just sent away would be welcomed here again, and then lose the socket without a word.
        leaving.refuse();
        var now = clock.instant();
        if (!session.greet()) throw new Refused(Refusal.CONFLICT, "hello: once a socket");
        var mine = new HashMap<ConversationId, Position>();
        var recovered = new HashMap<ConversationId, Boolean>();
        hello.resume().forEach((conversation, pos) -> {
            recovered.put(conversation, false);
            if (members.receives(conversation, session.user())) mine.put(conversation, pos);
        });
        var older = resumption.fromDatabase(mine);
        tail.reading(() -> {
            var missed = new ArrayList<List<TailItem>>();
            mine.forEach((conversation, pos) -> {
                var items = resumption.missed(conversation, pos, older.get(conversation));
                if (items == null) return;
                recovered.put(conversation, true);
                missed.add(items);
            });
            session.send(Frames.welcome(hello.id(), session.id(), session.person(), now, limits(), Map.copyOf(recovered)));
            missed.forEach(items -> items.forEach(item -> session.send(Frames.shown(item))));
            sessions.add(session);
            if (store.forNewcomers() instanceof String news) session.send(news);
            return null;
        });
    }

    private Frames.Limits limits() {
        return new Frames.Limits(Body.MOST, FRAME_BYTES, limits.sendsPerSecond(), limits.sendsBurst());
    }
}
