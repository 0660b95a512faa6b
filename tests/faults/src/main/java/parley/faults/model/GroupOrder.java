package parley.faults.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.faults.model.FinalState.Attributes;
import parley.faults.model.FinalState.Member;

/** Memberships and attributes of groups, as the order of the log makes them. */
final class GroupOrder {

    /** @param to the position of the record with which the user left; the greatest number while a member */
    private record Stay(long from, long to, boolean initial) {}

    private final Map<Member, String> roles = new HashMap<>();
    private final Map<Member, List<Stay>> stays = new HashMap<>();
    private final Map<Long, Attributes> attributes = new HashMap<>();

    static GroupOrder of(History history, Evidence evidence, ExpectedState expected) {
        var order = new GroupOrder();
        history.channels()
                .values()
                .forEach(channel -> order.attributes.put(channel.id(), new Attributes(channel.title(), false)));
        for (var record : evidence.log()) {
            if (!expected.at(record.logOffset()).isRow()) continue;
            if (record.kind() == Kind.MEMBER) order.member(record);
            else if (record.kind() == Kind.CHANGED) order.changed(record);
        }
        return order;
    }

    private void member(LogRecord record) {
        var member = new Member(record.key().conversation(), record.target());
        var mine = stays.computeIfAbsent(member, m -> new ArrayList<>());
        if (record.on()) {
            if (roles.put(member, record.details().role()) == null)
                mine.add(new Stay(record.pos(), Long.MAX_VALUE, !record.shown()));
        } else if (roles.remove(member) != null) {
            var last = mine.removeLast();
            mine.add(new Stay(last.from, record.pos(), last.initial));
        }
    }

    private void changed(LogRecord record) {
        attributes.computeIfPresent(
                record.key().conversation(),
                (id, held) -> new Attributes(
                        record.details().title() == null
                                ? held.title()
                                : record.details().title(),
                        record.details().archived() == null
                                ? held.archived()
                                : record.details().archived()));
    }

    Map<Member, String> roles() {
        return roles;
    }

    Map<Long, Attributes> attributes() {
        return attributes;
    }

    /** The record with which the current membership began, or 0. */
    long joined(Member member) {
        var mine = stays.getOrDefault(member, List.of());
        return mine.isEmpty() ? 0 : mine.getLast().from;
    }

    /** What comes before it does not exist for the member. */
    long readableFrom(Member member, History.Channel channel) {
        var mine = stays.getOrDefault(member, List.of());
        return channel == null || !channel.fromJoining() || mine.isEmpty() || mine.getLast().initial
                ? 0
                : mine.getLast().from;
    }

    /** Whether the user may have received what is at this position in a private group. */
    boolean mayRead(Member member, History.Channel channel, long pos) {
        for (var stay : stays.getOrDefault(member, List.of())) {
            boolean begins = stay.initial || !channel.fromJoining() || stay.from <= pos;
            if (begins && pos <= stay.to) return true;
        }
        return false;
    }
}
