package parley.faults.model;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import parley.faults.model.FinalState.Member;
import parley.faults.model.FinalState.Receipt;

/** What is unread for a member, computed from the order of the log and of the receipts. */
final class Counts {

    private record Message(long from, boolean revoked, Details mentions) {}

    /** @param backAt the greatest end of the log at which the place was set back */
    private record Place(long pos, long backAt) {

        private Place with(Receipt receipt) {
            return receipt.end() == null
                    ? new Place(Math.max(pos, receipt.pos()), backAt)
                    : new Place(receipt.pos(), Math.max(backAt, receipt.end()));
        }
    }

    private final History history;
    private final GroupOrder order;
    private final Map<Long, NavigableMap<Long, Message>> messages = new HashMap<>();
    private final Map<Member, Long> sent = new HashMap<>();
    private final Map<Member, Place> places = new HashMap<>();

    Counts(History history, Evidence evidence, ExpectedState expected, GroupOrder order) {
        this.history = history;
        this.order = order;
        for (var record : evidence.log()) {
            if (expected.at(record.logOffset()).isRow()) add(record);
        }
        for (var receipt : evidence.state().receipts()) {
            places.merge(receipt.member(), new Place(0, 0).with(receipt), (held, first) -> held.with(receipt));
        }
    }

    private void add(LogRecord record) {
        long conversation = record.key().conversation();
        long actor = record.key().actor();
        var held = messages.computeIfAbsent(conversation, c -> new TreeMap<>());
        switch (record.kind()) {
            case MESSAGE -> {
                held.put(record.pos(), new Message(actor, false, record.details()));
                sent.merge(new Member(conversation, actor), record.pos(), Math::max);
            }
            case EDITED ->
                held.computeIfPresent(
                        record.target(), (pos, old) -> new Message(old.from, old.revoked, record.details()));
            case REVOKED ->
                held.computeIfPresent(record.target(), (pos, old) -> new Message(old.from, true, Details.NONE));
            case MEMBER, CHANGED, REACTION, UNREADABLE -> {}
        }
    }

    /** Messages after it are unread. */
    long place(Member member) {
        var place = places.getOrDefault(member, new Place(0, 0));
        long last = Math.max(sent.getOrDefault(member, 0L), order.joined(member));
        long pos = last > place.backAt ? Math.max(place.pos, last) : place.pos;
        return Math.max(pos, order.readableFrom(member, history.channels().get(member.conversation())) - 1);
    }

    long unread(Member member) {
        return after(member, place(member)).count();
    }

    /** What precedes the record with which the member joined last does not mention them. */
    long mentions(Member member) {
        return after(member, Math.max(place(member), order.joined(member)))
                .filter(each -> each.mentions.mentions(member.user()))
                .count();
    }

    private Stream<Message> after(Member member, long pos) {
        return messages.getOrDefault(member.conversation(), new TreeMap<>()).tailMap(pos, false).values().stream()
                .filter(each -> each.from != member.user() && !each.revoked);
    }
}
