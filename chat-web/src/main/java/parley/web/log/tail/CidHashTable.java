package parley.web.log.tail;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import parley.domain.identity.Position;
import parley.domain.message.entity.AppendResult;
import parley.log.rule.EntryKey;

/**
 * Entries in the order of their age, found by key. A node holds millions of them for minutes. A ring of longs with a
 * hash table into it (linear probing) takes a seventh of the memory of objects and costs the garbage collector nothing.
 */
final class CidHashTable {

    private static final int WIDTH = 6;
    private static final int CONVERSATION = 0;
    private static final int ACTOR = 1;
    private static final int CID_HIGH = 2;
    private static final int CID_LOW = 3;
    private static final int POS = 4;
    private static final int AT = 5;
    private static final int MIN_CAPACITY = 1 << 10;

    /** Clients choose their cids; without a seed they could provoke collisions. */
    private final long seed = ThreadLocalRandom.current().nextLong();

    private long[] ring = new long[MIN_CAPACITY * WIDTH];
    /** 1 + the position of an entry in the ring, or 0. */
    private int[] slots = new int[MIN_CAPACITY * 2];

    private int oldest;
    private int size;

    int size() {
        return size;
    }

    /** The key must not be in the table. */
    void add(EntryKey key, Position pos, Instant at) {
        if (size == capacity()) resize(capacity() * 2);
        int place = (oldest + size++) & (capacity() - 1);
        int entry = place * WIDTH;
        ring[entry + CONVERSATION] = key.conversation().value();
        ring[entry + ACTOR] = key.actor().value();
        ring[entry + CID_HIGH] = key.cid().value().getMostSignificantBits();
        ring[entry + CID_LOW] = key.cid().value().getLeastSignificantBits();
        ring[entry + POS] = pos.value();
        ring[entry + AT] = at.toEpochMilli();
        link(place);
    }

    /** Null if the key is not in the table. */
    AppendResult find(EntryKey key) {
        long conversation = key.conversation().value();
        long actor = key.actor().value();
        long high = key.cid().value().getMostSignificantBits();
        long low = key.cid().value().getLeastSignificantBits();
        for (int slot = home(conversation, actor, high, low); slots[slot] != 0; slot = next(slot)) {
            int entry = (slots[slot] - 1) * WIDTH;
            if (ring[entry + CID_LOW] == low
                    && ring[entry + CID_HIGH] == high
                    && ring[entry + CONVERSATION] == conversation
                    && ring[entry + ACTOR] == actor) {
                return new AppendResult(new Position(ring[entry + POS]), Instant.ofEpochMilli(ring[entry + AT]));
            }
        }
        return null;
    }

    Position oldestPos() {
        return new Position(ring[oldest * WIDTH + POS]);
    }

    Instant oldestAt() {
        return Instant.ofEpochMilli(ring[oldest * WIDTH + AT]);
    }

    Instant newestAt() {
        return at(size - 1);
    }

    /** The append time of the first entry at or after {@code offset}, or else of the newest one. */
    Instant atOrAfter(long offset) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (new Position(ring[entry(middle) + POS]).offset() < offset) low = middle + 1;
            else high = middle;
        }
        return at(low);
    }

    private Instant at(int age) {
        return Instant.ofEpochMilli(ring[entry(age) + AT]);
    }

    /** The start of an entry in the ring; 0 is the oldest one. */
    private int entry(int age) {
        return ((oldest + age) & (capacity() - 1)) * WIDTH;
    }

    void removeOldest() {
        unlink(oldest);
        oldest = (oldest + 1) & (capacity() - 1);
        size--;
        if (size < capacity() / 8 && capacity() > MIN_CAPACITY) resize(capacity() / 4);
    }

    private int capacity() {
        return ring.length / WIDTH;
    }

    private void resize(int capacity) {
        var wider = new long[Math.max(MIN_CAPACITY, capacity) * WIDTH];
        int upToEnd = Math.min(size, capacity() - oldest) * WIDTH;
        System.arraycopy(ring, oldest * WIDTH, wider, 0, upToEnd);
        System.arraycopy(ring, 0, wider, upToEnd, size * WIDTH - upToEnd);
        ring = wider;
        oldest = 0;
        if (slots.length == capacity() * 2) Arrays.fill(slots, 0);
        else slots = new int[capacity() * 2];
        for (int place = 0; place < size; place++) link(place);
    }

    private void link(int place) {
        int slot = home(place);
        while (slots[slot] != 0) slot = next(slot);
        slots[slot] = place + 1;
    }

    /** Moves up the entries behind it, so that no probe ends at the gap (Knuth, TAOCP 6.4, algorithm R). */
    private void unlink(int place) {
        int gap = home(place);
        while (slots[gap] != place + 1) gap = next(gap);
        for (int slot = next(gap); slots[slot] != 0; slot = next(slot)) {
            int home = home(slots[slot] - 1);
            boolean between = gap <= slot ? gap < home && home <= slot : gap < home || home <= slot;
            if (between) continue;
            slots[gap] = slots[slot];
            gap = slot;
        }
        slots[gap] = 0;
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    private int home(int place) {
        int entry = place * WIDTH;
        return home(ring[entry + CONVERSATION], ring[entry + ACTOR], ring[entry + CID_HIGH], ring[entry + CID_LOW]);
    }

    private int home(long conversation, long actor, long high, long low) {
        long hash = mix(mix(mix(mix(seed ^ low) ^ high) ^ conversation) ^ actor);
        return (int) hash & (slots.length - 1);
    }

    /** The finalizer of MurmurHash3. */
    private static long mix(long value) {
        value = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        value = (value ^ (value >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return value ^ (value >>> 33);
    }
}
