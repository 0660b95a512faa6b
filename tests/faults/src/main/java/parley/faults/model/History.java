package parley.faults.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What clients did and saw; thread-safe. */
public final class History {

    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final Queue<Membership> memberships = new ConcurrentLinkedQueue<>();
    private final Queue<View> views = new ConcurrentLinkedQueue<>();
    private final Queue<Violation> seen = new ConcurrentLinkedQueue<>();
    private final Set<Long> conversations = ConcurrentHashMap.newKeySet();
    private final Set<Place> injected = ConcurrentHashMap.newKeySet();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final Seconds seconds = new Seconds();
    private final StoredTimes stored = new StoredTimes();
    private final long beganMillis = System.currentTimeMillis();

    public Sent send(Key key, Kind kind, long target, long digest, String by) {
        var one = new Sent(key, kind, target, digest, System.currentTimeMillis(), by);
        sent.add(one);
        return one;
    }

    /**
     * An {@code ok}.
     *
     * @param repeat whether it had been acknowledged before it was sent this time
     */
    public void acknowledged(Sent one, long pos, boolean dup, boolean repeat, String by) {
        long now = System.currentTimeMillis();
        boolean first = !one.isAcknowledged();
        if (!one.acknowledge(pos, now)) seen.add(new Violation.Moved(one.key(), one.pos(), pos, "the ok to " + by));
        if (repeat) {
            count("repeats");
            if (!dup) seen.add(new Violation.Unrecognised(one.key(), pos, by));
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
    }

    public void conversation(long id) {
        conversations.add(id);
    }

    /** A frame that came before one that it should have followed. */
    public void disorder(String device, long conversation, long place, long after) {
        seen.add(new Violation.Reordered(
                conversation, place, "%s got it after %d, on one socket".formatted(device, after)));
    }

    /** A revoked message that still has a text. */
    public void unerased(long conversation, long place, String where) {
        seen.add(new Violation.Unerased(conversation, place, where));
    }

    /** A message without a change that was known. */
    public void unfolded(long conversation, long place, String where, String how) {
        seen.add(new Violation.Unfolded(conversation, place, where, how));
    }

    /** What did not hold while a fault lasted. */
    public void during(List<Violation> violations) {
        seen.addAll(violations);
    }

    public void unsettled(String device, String why) {
        seen.add(new Violation.Unsettled(device, why));
    }

    public void view(View view) {
        views.add(view);
    }

    /** A record that the run itself put into the log, past the product, to see it parked. */
    public void injected(int partition, long offset) {
        injected.add(new Place(partition, offset));
    }

    /** What {@code next_offset} was at this moment. */
    public void stored(Map<Integer, Long> nextOffsets) {
        stored.add(System.currentTimeMillis(), nextOffsets);
    }

    /** Something worth counting: connects, reloads, closes by code. */
    public void count(String what) {
        counts.computeIfAbsent(what, w -> new LongAdder()).increment();
    }

    public Map<String, Long> counts() {
        var all = new TreeMap<String, Long>();
        counts.forEach((what, count) -> all.put(what, count.sum()));
        return all;
    }

    /** Refused by code. */
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

    /** For the times that views keep: tenths of a second since the beginning, which fit an int. */
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

    boolean isInjected(Place place) {
        return injected.contains(place);
    }

    StoredTimes stored() {
        return stored;
    }
}
