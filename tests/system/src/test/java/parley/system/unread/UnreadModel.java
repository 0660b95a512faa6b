package parley.system.unread;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is unread, by definition. It knows neither logs nor caches. Thread-safe. */
final class UnreadModel {

    record Member(long conversation, long user) {}

    /** @param mentioned null if it mentions everyone */
    private record Message(long from, Set<Long> mentioned) {

        boolean mentions(long user) {
            return mentioned == null || mentioned.contains(user);
        }
    }

    record Count(long unread, long mentions) {

        Count plus(Count other) {
            return new Count(unread + other.unread, mentions + other.mentions);
        }
    }

    private final Map<Long, TreeMap<Long, Message>> messages = new HashMap<>();
    private final Map<Long, Long> firsts = new HashMap<>();
    private final Map<Member, Long> places = new HashMap<>();
    private final Map<Member, Long> entered = new HashMap<>();
    private final Set<Member> members = new HashSet<>();
    private final Set<Member> muted = new HashSet<>();

    synchronized void initially(long conversation, List<Long> users) {
        users.forEach(user -> members.add(new Member(conversation, user)));
    }

    synchronized void sent(long conversation, long user, long pos, Set<Long> mentioned) {
        of(conversation).put(pos, new Message(user, mentioned));
        firsts.merge(conversation, pos, Math::min);
        places.merge(new Member(conversation, user), pos, Math::max);
    }

    synchronized void edited(long conversation, long pos, Set<Long> mentioned) {
        of(conversation).computeIfPresent(pos, (at, old) -> new Message(old.from, mentioned));
    }

    synchronized void revoked(long conversation, long pos) {
        of(conversation).remove(pos);
    }

    synchronized void read(Member member, long pos) {
        places.merge(member, pos, Math::max);
    }

    /** From this message on everything is unread. */
    synchronized void unread(Member member, long pos) {
        places.put(member, pos - 1);
    }

    /** @param pos of the record with which the user joined */
    synchronized void joined(Member member, long pos) {
        members.add(member);
        entered.put(member, pos);
        places.merge(member, pos, Math::max);
    }

    synchronized void left(Member member) {
        members.remove(member);
    }

    synchronized void muted(Member member, boolean now) {
        if (now) muted.add(member);
        else muted.remove(member);
    }

    synchronized boolean isMember(Member member) {
        return members.contains(member);
    }

    synchronized boolean isMuted(Member member) {
        return muted.contains(member);
    }

    /** The messages of a user that are not revoked and follow their joining; older ones may not exist for them. */
    synchronized List<Long> own(Member member) {
        return of(member.conversation).entrySet().stream()
                .filter(each -> each.getValue().from == member.user && each.getKey() > entered(member))
                .map(Map.Entry::getKey)
                .toList();
    }

    synchronized long entered(Member member) {
        return entered.getOrDefault(member, 0L);
    }

    /** Places before the first message are the same: the records of initial members are not shown to anyone. */
    synchronized long normal(long conversation, long place) {
        return place < firsts.getOrDefault(conversation, Long.MAX_VALUE) ? 0 : place;
    }

    synchronized long place(Member member, boolean readsFromJoining) {
        long place = places.getOrDefault(member, 0L);
        return readsFromJoining ? Math.max(place, entered(member) - 1) : place;
    }

    /** Who joined again is not mentioned by what precedes it. */
    synchronized Count count(Member member, boolean readsFromJoining) {
        var after = of(member.conversation).tailMap(place(member, readsFromJoining), false);
        long unread = 0;
        long mentions = 0;
        for (var each : after.entrySet()) {
            if (each.getValue().from == member.user) continue;
            unread++;
            if (each.getKey() > entered(member) && each.getValue().mentions(member.user)) mentions++;
        }
        return new Count(unread, mentions);
    }

    private TreeMap<Long, Message> of(long conversation) {
        return messages.computeIfAbsent(conversation, c -> new TreeMap<>());
    }
}
