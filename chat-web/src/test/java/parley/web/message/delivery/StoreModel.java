package parley.web.message.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.conversation.boundary.UnreadQueries;
import parley.domain.conversation.entity.PlaceChange;
import parley.domain.conversation.entity.ReadPlace;
import parley.domain.conversation.entity.StoredUnread;
import parley.domain.conversation.entity.UnreadCount;
import parley.domain.conversation.entity.UnreadQuestion;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.Mentions;
import parley.log.codec.ReadReceipt;
import parley.log.record.LogRecords;

/**
 * The database and two persisters, in memory: rows of messages and memberships, stored behind the logs, with receipts
 * that are stored again after a crash. It counts messages one by one.
 */
final class StoreModel extends UnreadQueries {

    record Key(ConversationId conversation, UserId user) {}

    static final class Row {
        ReadPlace reading = ReadPlace.UNKNOWN;
        boolean isMember;
        long version;
        long entered;
    }

    private static final class Stored {
        final UserId sender;
        /** Everyone are those who are members when the row is written. */
        Set<UserId> mentioned;

        boolean revoked;

        Stored(UserId sender, Set<UserId> mentioned) {
            this.sender = sender;
            this.mentioned = mentioned;
        }
    }

    private final Map<ConversationId, TreeMap<Long, Stored>> messages = new HashMap<>();
    private final Map<Key, Row> rows = new HashMap<>();
    private final Random random;
    private long next;
    private int receiptsCommitted;
    private int receiptsStored;
    /** Runs while the database is asked. */
    Runnable meanwhile = () -> {};

    StoreModel(Random random) {
        this.random = random;
    }

    Row row(ConversationId conversation, UserId user) {
        return rows.computeIfAbsent(new Key(conversation, user), key -> new Row());
    }

    long next() {
        return next;
    }

    int receiptsCommitted() {
        return receiptsCommitted;
    }

    Position lastPos(ConversationId conversation) {
        var of = messages.getOrDefault(conversation, new TreeMap<>());
        return new Position(of.isEmpty() ? 0 : of.lastKey());
    }

    /** As the transaction that makes a user a member. */
    long join(ConversationId conversation, UserId user) {
        var row = row(conversation, user);
        row.isMember = true;
        row.version++;
        var last = lastPos(conversation);
        row.entered = last.value();
        var now = row.reading.sent(last);
        row.reading = new ReadPlace(last, now.sent(), now.backAt(), now.seen(), now.receipt(), row.version);
        return row.version;
    }

    long leave(ConversationId conversation, UserId user) {
        var row = row(conversation, user);
        row.isMember = false;
        return ++row.version;
    }

    /** Stores up to {@code most} records. */
    void store(List<ConsumerRecord<String, String>> log, int most) {
        for (int i = 0; i < most && next < log.size(); i++) {
            var record = LogRecords.read(log.get((int) next++));
            var conversation = record.entry().conversation();
            switch (record.entry()) {
                case LogEntry.Message message -> {
                    messages.computeIfAbsent(conversation, c -> new TreeMap<>())
                            .put(
                                    record.pos().value(),
                                    new Stored(message.actor(), mentioned(conversation, message.mentions())));
                    sent(conversation, message.actor(), record.pos());
                }
                case LogEntry.Event event -> {
                    switch (event.detail()) {
                        case EventDetail.Revoked(var target) ->
                            messages.get(conversation).get(target.value()).revoked = true;
                        case EventDetail.Edited edit ->
                            messages.get(conversation).get(edit.target().value()).mentioned =
                                    mentioned(conversation, edit.mentions());
                        case EventDetail.MemberChanged change -> {
                            boolean joined = change.role() != null
                                    && change.version()
                                            == row(conversation, change.user())
                                                    .reading
                                                    .joined();
                            if (joined) {
                                row(conversation, change.user()).entered =
                                        record.pos().value();
                                sent(conversation, change.user(), record.pos());
                            }
                        }
                        default -> {}
                    }
                }
            }
        }
    }

    private Set<UserId> mentioned(ConversationId conversation, Mentions mentions) {
        var mentioned = new HashSet<>(mentions.users());
        if (mentions.everyone() != null)
            rows.forEach((key, row) -> {
                if (key.conversation.equals(conversation) && row.isMember) mentioned.add(key.user);
            });
        return mentioned;
    }

    private void sent(ConversationId conversation, UserId user, Position pos) {
        var row = row(conversation, user);
        row.reading = row.reading.sent(pos);
    }

    /** Stores receipts, sometimes from an earlier one on, because a persister died before it acknowledged. */
    void storeReceipts(List<ConsumerRecord<String, String>> receipts, int most) {
        int from = receiptsCommitted;
        int to = Math.min(receipts.size(), from + most);
        var combined = new HashMap<Key, PlaceChange>();
        for (var record : receipts.subList(from, to)) {
            var receipt = ReadReceipt.read(record);
            combined.merge(
                    new Key(receipt.conversation(), receipt.user()),
                    receipt.change(ReadReceipt.order(record)),
                    PlaceChange::and);
        }
        combined.forEach((key, change) -> {
            var row = rows.get(key);
            row.reading = row.reading.with(change);
        });
        receiptsStored = Math.max(receiptsStored, to);
        if (random.nextInt(4) > 0) receiptsCommitted = to;
    }

    @Override
    public List<StoredUnread> count(List<UnreadQuestion> questions) {
        var answers = new ArrayList<StoredUnread>();
        for (var question : questions) answers.add(answer(question));
        meanwhile.run();
        return answers;
    }

    private StoredUnread answer(UnreadQuestion question) {
        long unread = 0;
        long mentions = 0;
        long entered = question.entered() == null
                ? 0
                : Math.max(question.entered().value(), row(question.conversation(), question.reader()).entered);
        var after = messages.getOrDefault(question.conversation(), new TreeMap<>())
                .tailMap(question.place().value(), false);
        for (var entry : after.entrySet()) {
            if (question.revoked().contains(new Position(entry.getKey()))) continue;
            var message = entry.getValue();
            boolean isOwn = message.sender.equals(question.reader());
            if (isOwn && !question.mayHaveSent() && !message.revoked)
                throw new AssertionError("an own message after the place, which was ruled out");
            if (isOwn || message.revoked) continue;
            unread++;
            boolean isEdited = question.edited().contains(new Position(entry.getKey()));
            if (!isEdited && entry.getKey() > entered && message.mentioned.contains(question.reader())) mentions++;
        }
        return new StoredUnread(
                question.place(),
                new Position(next),
                new UnreadCount(unread, mentions),
                question.revoked(),
                question.edited(),
                new Position(entered));
    }
}
