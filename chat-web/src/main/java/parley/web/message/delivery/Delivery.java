package parley.web.message.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Accepted;
import parley.domain.message.entity.EventDetail;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.record.Appended;
import parley.log.rule.Classification;
import parley.log.rule.EntryKey;
import parley.log.rule.RecordRules;
import parley.web.log.tail.Readout;
import parley.web.log.tail.Tail;
import parley.web.log.tail.TailItem;
import parley.web.membership.Members;
import parley.web.message.admission.Pending;
import parley.web.node.ChatLog;
import parley.web.socket.frame.Frames;
import parley.web.socket.session.ClientSession;
import parley.web.socket.session.SessionRegistry;

/**
 * What a record means to those connected here: to its sender an {@code ok}, to everybody else in the conversation a
 * frame. Records without effect are shown to nobody; the sender of a duplicate gets the position of the first.
 */
@ApplicationScoped
public class Delivery implements Readout {

    @Inject
    ChatLog log;

    @Inject
    Tail tail;

    @Inject
    Pending pending;

    @Inject
    Members members;

    @Inject
    SessionRegistry sessions;

    @Inject
    ConversationNews news;

    @Override
    public void take(Appended record) {
        var key = EntryKey.of(record.entry());
        switch (RecordRules.classify(record, tail.known(record.partition()))) {
            case Classification.Expired expired -> {}
            case Classification.Duplicate duplicate -> pending.accepted(key, tail.find(key), null, true);
            case Classification.AfterRevoke late ->
                pending.refused(key, new Refused(Refusal.CONFLICT, "The message was revoked."));
            case Classification.Effective effective -> deliver(key, record);
        }
    }

    private void deliver(EntryKey key, Appended record) {
        tail.index(key, record);
        var place = new Accepted(record.pos(), record.appendedAt());
        var prev = tail.last(record.entry().conversation());
        switch (record.entry()) {
            case LogEntry.Message message ->
                show(new TailItem.Message(record.posted(message), prev), answer(key, record, place, prev));
            case LogEntry.Event event -> {
                var item = new TailItem.Event(record.happened(event), prev);
                switch (event.detail()) {
                    case EventDetail.MemberChanged change -> {
                        boolean had = members.receives(event.conversation(), change.user());
                        members.apply(event.conversation(), change);
                        var answered = answer(key, record, place, prev);
                        if (change.shown()) show(item, answered);
                        tell(event.conversation(), change, had);
                    }
                    case EventDetail.OfMessage change -> show(item, answer(key, record, place, prev));
                }
            }
        }
    }

    private List<ClientSession> answer(EntryKey key, Appended record, Accepted place, Position prev) {
        return pending.accepted(key, place, prev, !record.origin().equals(log.origin()));
    }

    private void show(TailItem item, List<ClientSession> answered) {
        // A session that is not live in the conversation yet pulls this from the tail, after what it has missed before.
        tail.add(item);
        String frame = null;
        for (var user : members.receivers(item.conversation())) {
            for (var session : sessions.of(user)) {
                if (answered.contains(session) || !session.isLive(item.conversation())) continue;
                if (frame == null) frame = Frames.shown(item);
                session.send(frame);
            }
        }
    }

    private void tell(ConversationId conversation, EventDetail.MemberChanged change, boolean had) {
        if (sessions.of(change.user()).isEmpty()) return;
        if (change.role() != null) news.joined(conversation, change.user());
        else if (had) sessions.of(change.user()).forEach(session -> session.send(Frames.gone(conversation)));
    }
}
