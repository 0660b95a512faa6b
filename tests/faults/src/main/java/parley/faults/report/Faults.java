package parley.faults.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Recoveries by fault. */
public record Faults(String fault, int times, double median, double worst) {

    public static List<Faults> of(List<Recovery> recoveries) {
        Map<String, List<Double>> byFault = recoveries.stream()
                .collect(Collectors.groupingBy(
                        Recovery::fault, TreeMap::new, Collectors.mapping(Recovery::seconds, Collectors.toList())));
        return byFault.entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue()))
                .toList();
    }

    private static Faults of(String fault, List<Double> seconds) {
        var sorted = seconds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Faults(fault, sorted.size(), median, sorted.getLast());
    }
}
