package parley.faults.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.TreeMap;
import parley.cluster.report.Table;

/** The time from the end of a fault until everything had recovered. */
public record Recovery(String fault, double seconds) {

    static Table table(List<Recovery> recoveries) {
        var byFault = recoveries.stream()
                .collect(groupingBy(Recovery::fault, TreeMap::new, mapping(Recovery::seconds, toList())));
        return new Table(
                "Faults and recovery times",
                List.of("fault", "times", "median", "worst"),
                byFault.entrySet().stream()
                        .map(each -> row(
                                each.getKey(), each.getValue().stream().sorted().toList()))
                        .toList());
    }

    private static List<String> row(String fault, List<Double> sorted) {
        int last = sorted.size() - 1;
        double median = (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2;
        return List.of(fault, Format.number(sorted.size()), Format.seconds(median), Format.seconds(sorted.getLast()));
    }
}
