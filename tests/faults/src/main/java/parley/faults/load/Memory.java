package parley.faults.load;

import java.util.SplittableRandom;

/** Some of what was acknowledged, of all ages: what is said again later. */
final class Memory {

    private static final int SIZE = 2_000;

    private final SplittableRandom random;
    private final Outgoing[] kept = new Outgoing[SIZE];
    private int count;

    Memory(SplittableRandom random) {
        this.random = random;
    }

    void add(Outgoing what) {
        int at = count < SIZE ? count : random.nextInt(count);
        if (at < SIZE) kept[at] = what;
        count++;
    }

    /** Null where nothing is. */
    Outgoing any() {
        return count == 0 ? null : kept[random.nextInt(Math.min(count, SIZE))];
    }
}
