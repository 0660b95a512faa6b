package parley.faults.load;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A bounded sample of what was acknowledged, from which an element can be drawn. */
final class Recent<T> {

    private final int limit;
    private final RandomGenerator random;
    private final List<T> kept = new ArrayList<>();
    private int added;

    Recent(int limit, RandomGenerator random) {
        this.limit = limit;
        this.random = random;
    }

    /** Replaces the oldest element. */
    void add(T element) {
        put(added++ % limit, element);
    }

    /** Reservoir sampling: every element that was ever added is kept with the same probability. */
    void sample(T element) {
        int index = random.nextInt(++added);
        if (kept.size() < limit || index < limit) put(index, element);
    }

    private void put(int index, T element) {
        if (kept.size() < limit) kept.add(element);
        else kept.set(index, element);
    }

    /** Null if there is none. */
    T any() {
        return kept.isEmpty() ? null : kept.get(random.nextInt(kept.size()));
    }
}
