package parley.faults.load;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import parley.faults.model.Lines;

/** A conversation as one device holds it, and what waits to be said in it. */
final class ClientConversation {

    private static final int IN_FLIGHT = 8;
    private static final int MOST_BEYOND = 2_000;
    private static final long NOWHERE = -1;

    private final long conversation;
    private Lines lines = new Lines();
    /** From here on everything is held. */
    private long from;
    /** Up to here everything is held: what resume says. */
    private long position = NOWHERE;
    /** Positions held beyond it, of which is not known whether something lies between. */
    private final TreeSet<Long> beyond = new TreeSet<>();

    private boolean loaded;
    private int loading;
    private final List<Arrival> meanwhile = new ArrayList<>();
    private long lastOnSocket = NOWHERE;
    private final List<Outgoing> outbox = new ArrayList<>();
    private long heldUntilNanos;

    ClientConversation(long conversation) {
        this.conversation = conversation;
    }

    long conversation() {
        return conversation;
    }

    Lines lines() {
        return lines;
    }

    long from() {
        return from;
    }

    boolean isLoaded() {
        return loaded;
    }

    /** The place to resume from, or negative where it has to be loaded. */
    long position() {
        return loaded ? position : NOWHERE;
    }

    /** A new socket: its frames are in order among themselves. */
    void socketChanged() {
        lastOnSocket = NOWHERE;
    }

    /** @return the place that came before it on this socket, where that is no smaller; else negative */
    long follows(long place) {
        long before = lastOnSocket;
        lastOnSocket = Math.max(before, place);
        return place > before ? NOWHERE : before;
    }

    /** What is held is not to be trusted; what comes from now on is kept for when the page is there. */
    int loads() {
        loaded = false;
        meanwhile.clear();
        return ++loading;
    }

    boolean awaits(int load) {
        return !loaded && loading == load;
    }

    /** The page is all that is held now, with what came meanwhile. @return false where there is a gap in that */
    boolean show(Pages.Newest page, int tenths) {
        lines = page.lines();
        from = page.from();
        position = page.greatest();
        beyond.clear();
        loaded = true;
        var late = List.copyOf(meanwhile);
        meanwhile.clear();
        boolean whole = true;
        for (var arrival : late) whole &= take(arrival, tenths);
        return whole;
    }

    /** @return false where there is a gap before it */
    boolean take(Arrival arrival, int tenths) {
        if (!loaded) {
            meanwhile.add(arrival);
            return true;
        }
        if (arrival.change() != null) lines.change(arrival.change());
        else if (arrival.place() >= from) lines.show(arrival.place(), arrival.identity(), arrival.fold(), tenths);
        return moves(arrival.place(), arrival.prev());
    }

    private boolean moves(long place, long prev) {
        if (place <= position) return true;
        boolean held = prev != NOWHERE && (prev <= position || beyond.contains(prev));
        if (held) {
            position = place;
            beyond.headSet(place, true).clear();
        } else {
            beyond.add(place);
            if (beyond.size() > MOST_BEYOND) beyond.pollFirst();
        }
        return held || prev == NOWHERE;
    }

    List<Outgoing> outbox() {
        return outbox;
    }

    /** What may go out now, in order. */
    List<Outgoing> due(long nowNanos) {
        if (nowNanos - heldUntilNanos < 0) return List.of();
        long room = IN_FLIGHT - outbox.stream().filter(one -> !one.isWaiting()).count();
        return outbox.stream()
                .filter(Outgoing::isWaiting)
                .limit(Math.max(0, room))
                .toList();
    }

    void hold(long untilNanos) {
        heldUntilNanos = untilNanos;
    }
}
