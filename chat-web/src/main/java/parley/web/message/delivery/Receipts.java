package parley.web.message.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.log.codec.ReadReceipt;
import parley.log.topic.Topics;
import parley.web.log.tail.Tail;
import parley.web.log.tail.TailReader;
import parley.web.log.topic.Feed;
import parley.web.log.topic.FeedJson;
import parley.web.membership.Members;
import parley.web.node.ChatLog;
import parley.web.socket.frame.Frames;
import parley.web.socket.frame.Shapes;
import parley.web.socket.session.SessionRegistry;

/** How far people have read: said to the log, and from there to those who are connected. */
@ApplicationScoped
public class Receipts implements Feed {

    /** Larger groups get none. */
    private static final int MOST_MEMBERS = 50;

    @Inject
    @Channel("receipts-out")
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    @Inject
    ChatLog log;

    @Inject
    Members members;

    @Inject
    TailReader reader;

    @Inject
    Tail tail;

    @Inject
    SessionRegistry sessions;

    /**
     * @param pos clamped to the newest place
     * @param session the socket that says it, which is not told of it again
     */
    public CompletionStage<Void> say(ConversationId conversation, UserId user, Position pos, String session) {
        reader.requireRecent();
        var newest = tail.newest(conversation, log.identity().epoch());
        var said = pos.isAfter(newest) ? newest : pos;
        var receipt = new ReadReceipt(conversation, user, said, log.nameOf(session));
        return emitter.send(receipt.toRecord(log.identity().epoch()));
    }

    @Override
    public String topic() {
        return Topics.RECEIPTS;
    }

    @Override
    public boolean whole() {
        return false;
    }

    @Override
    public void take(ConsumerRecord<String, String> record) {
        var receipt = ReadReceipt.read(record);
        var conversation = receipt.conversation();
        var frame = Frames.receipt(conversation, receipt.user(), receipt.pos());
        var receivers = members.receivers(conversation);
        if (receivers.size() > MOST_MEMBERS) return;
        for (var receiver : receivers) {
            for (var session : sessions.of(receiver)) {
                if (!log.nameOf(session.id()).equals(receipt.session())) session.send(frame);
            }
        }
    }

    public boolean isAlive() {
        return !emitter.isCancelled();
    }
}
