package parley.faults.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import parley.faults.model.FinalState.Member;

/** Records what clients did and saw. Thread-safe. */
public final class History {

    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final Queue<Membership> memberships = new ConcurrentLinkedQueue<>();
    private final Set<Member> invited = ConcurrentHashMap.newKeySet();
    private final Queue<View> views = new ConcurrentLinkedQueue<>();
    private final Queue<Violation> seen = new ConcurrentLinkedQueue<>();
    private final Set<Long> conversations = ConcurrentHashMap.newKeySet();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<Long, Channel> channels = new ConcurrentHashMap<>();
    private final Queue<GroupChange> groupChanges = new ConcurrentLinkedQueue<>();
    private final Map<Member, Set<Long>> received = new ConcurrentHashMap<>();
    private final Map<Member, AcknowledgedPlace> places = new ConcurrentHashMap<>();
    private final Map<Member, Queue<AcknowledgedPlace>> unansweredPlaces = new ConcurrentHashMap<>();
    private final Map<Member, Long> drafts = new ConcurrentHashMap<>();
    private final Map<Key, SentFile> files = new ConcurrentHashMap<>();
    private final Map<Key, Sent> fileRevokes = new ConcurrentHashMap<>();
    private final Set<Member> unsureDrafts = ConcurrentHashMap.newKeySet();
    private final AtomicLong acknowledged = new AtomicLong();
    private final Seconds seconds = new Seconds();
    private final StoredTimes stored = new StoredTimes();
    private final long beganMillis = System.currentTimeMillis();

    /** @param fromJoining whether new members read from the record of joining on */
    public record Channel(long id, boolean isPrivate, boolean fromJoining, String title) {}

    /** @param title null if it stays, as {@code archived} */
    public record GroupChange(long conversation, long actor, String title, Boolean archived, boolean acknowledged) {}

    /** @param back whether it was set back, so that {@code pos} is unread */
    public record AcknowledgedPlace(long pos, boolean back) {}

    public Sent send(Key key, Kind kind, long target, long digest, String by) {
        var one = new Sent(key, kind, target, digest, System.currentTimeMillis(), by);
        sent.add(one);
        return one;
    }

    /** @param repeat whether it had already been acknowledged when this attempt was sent */
    public void acknowledged(Sent one, long pos, boolean dup, boolean repeat, String by) {
        long now = System.currentTimeMillis();
        boolean first = !one.isAcknowledged();
        if (!one.acknowledge(pos, now)) seen.add(Violation.moved(one.key(), one.pos(), pos, "the ok to " + by));
        if (repeat) {
            count("repeats");
            if (!dup) seen.add(Violation.dupMissing(one.key(), pos, by));
        }
        if (first && one.isAcknowledged()) {
            acknowledged.incrementAndGet();
            seconds.add(now, now - one.sentAtMillis());
        }
    }

    public void refused(Sent one, String code) {
        one.refuse(code);
        count("refused " + code);
    }

    public void membership(Membership change) {
        memberships.add(change);
        conversations.add(change.conversation());
        if (change.role() != null) mayJoin(change.conversation(), change.user());
    }

    /** The user is about to be added, or to join. */
    public void mayJoin(long conversation, long user) {
        invited.add(new Member(conversation, user));
    }

    /** Whether the user was a member at any time, or may have been. */
    public boolean wasEverMember(long conversation, long user) {
        return invited.contains(new Member(conversation, user));
    }

    /** The users who were members and are certainly none now. */
    public List<Long> formerMembers(long conversation) {
        var last = new TreeMap<Long, Membership>();
        var unsure = new TreeSet<Long>();
        for (var change : memberships) {
            if (change.conversation() != conversation) continue;
            last.put(change.user(), change);
            if (!change.acknowledged()) unsure.add(change.user());
        }
        return last.values().stream()
                .filter(change -> change.role() == null && !unsure.contains(change.user()))
                .map(Membership::user)
                .toList();
    }

    public void conversation(long id) {
        conversations.add(id);
    }

    /** A frame or an item of a page came after one with a greater position. */
    public void reordered(String where, long conversation, long pos, long after) {
        seen.add(Violation.reordered(conversation, pos, after, where));
    }

    /** A revoked message still has a text. */
    public void notErased(long conversation, long pos, String where) {
        seen.add(Violation.notErased(conversation, pos, where));
    }

    /** A message was shown without a change that was known. */
    public void stale(long conversation, long pos, String where, String how) {
        seen.add(Violation.stale(conversation, pos, where, how));
    }

    /** Guarantees that did not hold during a fault. */
    public void duringFaults(List<Violation> violations) {
        seen.addAll(violations);
    }

    public void unsettled(String device, String why) {
        seen.add(Violation.unsettled(device, why));
    }

    public void view(View view) {
        views.add(view);
    }

    /** A new channel, with its initial title. */
    public void channel(Channel channel) {
        channels.put(channel.id(), channel);
        conversations.add(channel.id());
    }

    public void groupChange(GroupChange change) {
        groupChanges.add(change);
    }

    /** A device received a line or a change; recorded for private channels only. */
    public void received(long conversation, long user, long pos) {
        var channel = channels.get(conversation);
        if (channel == null || !channel.isPrivate()) return;
        received.computeIfAbsent(new Member(conversation, user), m -> new ConcurrentSkipListSet<>())
                .add(pos);
    }

    /** The last place that was acknowledged; null if it is not known which one was the last. */
    public void place(Member member, AcknowledgedPlace place) {
        if (place == null) places.remove(member);
        else places.put(member, place);
    }

    /** A place whose request was repeated: the first attempt may take effect at any time. */
    public void unansweredPlace(Member member, AcknowledgedPlace place) {
        unansweredPlaces
                .computeIfAbsent(member, m -> new ConcurrentLinkedQueue<>())
                .add(place);
    }

    /** The last draft that was acknowledged, as the response showed it. */
    public void draft(Member member, long digest) {
        drafts.put(member, digest);
        unsureDrafts.remove(member);
    }

    /** An unanswered change of a draft. */
    public void unsureDraft(Member member) {
        unsureDrafts.add(member);
    }

    /** A message with a file is about to be sent. */
    public void file(SentFile file) {
        files.put(file.key(), file);
    }

    /** The file of a message, or null. */
    public SentFile file(Key message) {
        return files.get(message);
    }

    /** The files of acknowledged messages that nobody has tried to revoke. */
    public List<SentFile> files() {
        return sent.stream()
                .filter(Sent::isAcknowledged)
                .map(one -> files.get(one.key()))
                .filter(Objects::nonNull)
                .filter(file -> !isRevoked(file))
                .toList();
    }

    /** The message of a file is about to be revoked by its sender. */
    public void revokes(SentFile file, Sent revoke) {
        fileRevokes.put(file.key(), revoke);
    }

    /** Whether a revoke of its message was sent; it may take effect at any time. */
    public boolean isRevoked(SentFile file) {
        return fileRevokes.containsKey(file.key());
    }

    /** The files of messages whose revoke was acknowledged. */
    public List<SentFile> revokedFiles() {
        return fileRevokes.entrySet().stream()
                .filter(revoked -> revoked.getValue().isAcknowledged())
                .map(revoked -> files.get(revoked.getKey()))
                .toList();
    }

    /** A message without its file, or a file that someone can read who may not. */
    public void withoutFile(Key message, String where, String how) {
        seen.add(Violation.file(message, where, how));
    }

    /** A message that search does not find as history shows it, or a hit that the caller must not get. */
    public void search(long conversation, long pos, String where, String how) {
        seen.add(Violation.search(conversation, pos, where, how));
    }

    /** The current {@code next_offset} by partition. */
    public void stored(Map<Integer, Long> nextOffsets) {
        stored.add(System.currentTimeMillis(), nextOffsets);
    }

    /** Counts an event such as a connect, a reload or a close code. */
    public void count(String what) {
        count(what, 1);
    }

    public void count(String what, long times) {
        counts.computeIfAbsent(what, w -> new LongAdder()).add(times);
    }

    public Map<String, Long> counts() {
        var all = new TreeMap<String, Long>();
        counts.forEach((what, count) -> all.put(what, count.sum()));
        return all;
    }

    /** The number of refusals by code. */
    public Map<String, Long> refusals() {
        var byCode = new TreeMap<String, Long>();
        counts().forEach((what, count) -> {
            if (what.startsWith("refused ")) byCode.put(what.substring("refused ".length()), count);
        });
        return byCode;
    }

    public long acknowledged() {
        return acknowledged.get();
    }

    public Seconds seconds() {
        return seconds;
    }

    public long beganMillis() {
        return beganMillis;
    }

    /** Tenths of a second since the start: the unit of the times in views, which have to fit an int. */
    public int tenths() {
        return (int) ((System.currentTimeMillis() - beganMillis) / 100);
    }

    Collection<Sent> sent() {
        return sent;
    }

    Collection<Membership> memberships() {
        return memberships;
    }

    Collection<View> views() {
        return views;
    }

    List<Violation> seen() {
        return new ArrayList<>(seen);
    }

    Set<Long> conversations() {
        return conversations;
    }

    public Map<Long, Channel> channels() {
        return channels;
    }

    Collection<GroupChange> groupChanges() {
        return groupChanges;
    }

    Map<Member, Set<Long>> received() {
        return received;
    }

    Map<Member, AcknowledgedPlace> places() {
        return places;
    }

    Collection<AcknowledgedPlace> unansweredPlaces(Member member) {
        return unansweredPlaces.getOrDefault(member, new ConcurrentLinkedQueue<>());
    }

    Map<Member, Long> drafts() {
        return drafts;
    }

    Set<Member> unsureDrafts() {
        return unsureDrafts;
    }

    StoredTimes stored() {
        return stored;
    }
}
