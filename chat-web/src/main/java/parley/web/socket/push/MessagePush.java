package parley.web.socket.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import parley.domain.message.entity.Quote;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.TailItem;
import parley.web.message.delivery.Shown;
import parley.web.message.history.LiveQuotes;
import parley.web.socket.frame.ServerFrames;
import parley.web.socket.session.OutgoingFrame;
import parley.web.socket.session.SessionRegistry;

/** Sends items of the log to the sockets of the users who see them. The sockets' writers build the JSON. */
@ApplicationScoped
class MessagePush {

    private static final Supplier<Quote> NO_QUOTE = () -> null;

    @Inject
    SessionRegistry sessions;

    @Inject
    LogConnection log;

    @Inject
    LiveQuotes quotes;

    void push(@Observes Shown shown) {
        switch (shown) {
            case Shown.Item item -> push(item);
            case Shown.Conversation(var user, var view) -> {
                var frame = OutgoingFrame.of(() -> ServerFrames.conversation(view));
                sessions.of(user).forEach(session -> session.send(frame));
            }
            case Shown.Gone(var user, var conversation) -> {
                var frame = OutgoingFrame.of(() -> ServerFrames.gone(conversation));
                sessions.of(user).forEach(session -> session.send(frame));
            }
            case Shown.Receipt receipt -> push(receipt);
            case Shown.StoreState(var state, var seconds) -> {
                var frame = OutgoingFrame.of(() -> ServerFrames.store(state, seconds));
                sessions.greeted().forEach(session -> session.send(frame));
            }
        }
    }

    /** A socket whose answer stands for the item gets no frame. A socket that is catching up reads it from the tail. */
    private void push(Shown.Item shown) {
        var item = shown.item();
        var quote = quote(shown);
        var frame = OutgoingFrame.of(item.bodyChars(), () -> ServerFrames.shown(item, quote.get()));
        for (var user : shown.receivers()) {
            for (var session : sessions.of(user)) {
                if (session.wasAnswered(item.conversation(), item.pos()) || !session.isLive(item.conversation()))
                    continue;
                session.send(frame);
            }
        }
    }

    /** Looked up once, by the first writer that needs it. */
    private Supplier<Quote> quote(Shown.Item shown) {
        if (!(shown.item() instanceof TailItem.Message(var message, var prev)) || message.replyTo() == null)
            return NO_QUOTE;
        return shown.knowOriginal()
                ? new Once<>(() -> quotes.of(message.conversation(), message.replyTo()))
                : () -> Quote.missing(message.replyTo());
    }

    private void push(Shown.Receipt receipt) {
        var frame = OutgoingFrame.of(
                () -> ServerFrames.receipt(receipt.conversation(), receipt.user(), receipt.read(), receipt.backAt()));
        OtherSockets.of(sessions, log, receipt.receivers(), receipt.reportedBy())
                .forEach(session -> session.send(frame));
    }
}
