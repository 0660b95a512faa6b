package parley.faults.load;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import parley.faults.model.Change;
import parley.faults.model.Fold;
import parley.faults.model.Lines;

/** A conversation as one device holds it, and the sends that wait for an answer. */
final class ClientConversation {

    private static final int MAX_IN_FLIGHT = 8;
    private static final int MAX_BEYOND = 2_000;
    private static final long NONE = -1;

    /**
     * A line or a change.
     *
     * @param prev the position before it in the conversation, or -1 if the frame has none
     * @param identity of a line; 0 for a change
     * @param fold the state of a line; null for a change
     * @param change null for a line
     */
    record Arrival(long pos, long prev, long identity, Fold fold, Change change) {

        static Arrival line(long pos, long prev, long identity, Fold fold) {
            return new Arrival(pos, prev, identity, fold, null);
        }

        static Arrival change(long prev, Change change) {
            return new Arrival(change.at(), prev, 0, null, change);
        }
    }

    private final long id;
    private final List<Outgoing> outbox = new ArrayList<>();
    private final List<Arrival> duringLoad = new ArrayList<>();

    /** Positions beyond {@link #position} that are held, while something before them may be missing. */
    private final TreeSet<Long> beyond = new TreeSet<>();

    private Lines lines = new Lines();
    private long from;
    private long position = NONE;
    private boolean loaded;
    private int loads;
    private long lastOnSocket = NONE;
    private long heldUntilNanos;

    ClientConversation(long id) {
        this.id = id;
    }

    long id() {
        return id;
    }

    Lines lines() {
        return lines;
    }

    /** From this position on everything is held. */
    long from() {
        return from;
    }

    boolean isLoaded() {
        return loaded;
    }

    /** Up to this position everything is held; negative if the conversation has to be loaded. */
    long position() {
        return loaded ? position : NONE;
    }

    /** The order of frames is only defined within a socket. */
    void socketChanged() {
        lastOnSocket = NONE;
    }

    /** @return an earlier position on this socket that is not smaller than {@code pos}, or a negative number */
    long outOfOrder(long pos) {
        long before = lastOnSocket;
        lastOnSocket = Math.max(before, pos);
        return pos > before ? NONE : before;
    }

    /** Discards what is held; what arrives before the page is kept. @return the number of this load */
    int startLoad() {
        loaded = false;
        duringLoad.clear();
        return ++loads;
    }

    boolean awaits(int load) {
        return !loaded && loads == load;
    }

    /** Replaces what is held by the page and what arrived since. @return false if there is a gap between them */
    boolean show(Pages.Newest page, int tenths) {
        lines = page.lines();
        from = page.from();
        position = page.greatest();
        beyond.clear();
        loaded = true;
        var arrivals = List.copyOf(duringLoad);
        duringLoad.clear();
        boolean complete = true;
        for (var arrival : arrivals) complete &= apply(arrival, tenths);
        return complete;
    }

    /** @return false if there is a gap before it */
    boolean apply(Arrival arrival, int tenths) {
        if (!loaded) {
            duringLoad.add(arrival);
            return true;
        }
        if (arrival.change != null) lines.change(arrival.change);
        else if (arrival.pos >= from) lines.show(arrival.pos, arrival.identity, arrival.fold, tenths);
        return advance(arrival.pos, arrival.prev);
    }

    /** Whether it shows the same as the page, as far as both go back. @param page null if it was not loaded */
    boolean endsLike(Lines page) {
        return page == null || page.size() == 0 || lines.looksLikeFrom(Math.max(page.first(), from), page);
    }

    private boolean advance(long pos, long prev) {
        if (pos <= position) return true;
        boolean follows = prev != NONE && (prev <= position || beyond.contains(prev));
        if (follows) {
            position = pos;
            beyond.headSet(pos, true).clear();
        } else {
            beyond.add(pos);
            if (beyond.size() > MAX_BEYOND) beyond.pollFirst();
        }
        return follows || prev == NONE;
    }

    List<Outgoing> outbox() {
        return outbox;
    }

    /** What may be sent now, in order. */
    List<Outgoing> due(long nowNanos) {
        if (nowNanos - heldUntilNanos < 0) return List.of();
        long inFlight = outbox.stream().filter(send -> !send.isWaiting()).count();
        return outbox.stream()
                .filter(Outgoing::isWaiting)
                .limit(Math.max(0, MAX_IN_FLIGHT - inFlight))
                .toList();
    }

    /** Nothing is sent until then. */
    void holdUntil(long nanos) {
        heldUntilNanos = nanos;
    }
}
