package parley.bench.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Amounts by name. */
final class Tally {

    record Share(String name, long amount, double percent) {}

    private final Map<String, Long> amounts = new HashMap<>();
    private long all;

    void add(String name, long amount) {
        amounts.merge(name, amount, Long::sum);
        all += amount;
    }

    long all() {
        return all;
    }

    List<Share> top(int most) {
        return amounts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(each -> new Share(each.getKey(), each.getValue(), 100.0 * each.getValue() / all))
                .toList();
    }
}
