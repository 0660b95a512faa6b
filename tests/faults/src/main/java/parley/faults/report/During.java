package parley.faults.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.cluster.report.Table;
import parley.faults.flood.FloodResult;
import parley.faults.flood.Latencies;
import parley.faults.probe.Ability;
import parley.faults.probe.Availability;
import parley.faults.probe.Incident;
import parley.faults.probe.Prober;
import parley.faults.probe.StoreTold;

/** What users got while faults lasted: what answered, how fast, and what they were told. */
public record During(List<Availability> availability, List<StoreTold> told, List<FloodResult> floods) {

    public static During of(List<Incident> incidents, Prober prober, List<FloodResult> floods) {
        return new During(
                Availability.of(incidents, prober.observations()), StoreTold.of(incidents, prober.notices()), floods);
    }

    /** Of several runs. */
    static During joined(Collection<During> some) {
        return new During(
                Availability.joined(some.stream()
                        .flatMap(each -> each.availability.stream())
                        .toList()),
                some.stream().flatMap(each -> each.told.stream()).toList(),
                some.stream().flatMap(each -> each.floods.stream()).toList());
    }

    List<Table> tables() {
        var tables = new ArrayList<Table>();
        tables.add(answered());
        if (!told.isEmpty()) tables.add(stores());
        if (!floods.isEmpty()) tables.addAll(List.of(flooded(), flooders()));
        return tables;
    }

    public String markdown() {
        return tables().stream().map(Table::markdown).collect(Collectors.joining("\n"));
    }

    String html() {
        return tables().stream().map(Table::html).collect(Collectors.joining("\n"));
    }

    private Table answered() {
        var header = Stream.concat(
                        Stream.of("fault"), Stream.of(Ability.values()).map(Ability::title))
                .toList();
        var rows = availability.stream()
                .map(Availability::fault)
                .distinct()
                .map(fault -> Stream.concat(
                                Stream.of(fault), Stream.of(Ability.values()).map(ability -> cell(fault, ability)))
                        .toList())
                .toList();
        return new Table("During each fault: share answered, median and worst time; refused by code", header, rows);
    }

    private String cell(String fault, Ability ability) {
        return availability.stream()
                .filter(each -> each.fault().equals(fault) && each.ability() == ability && each.probes() > 0)
                .findFirst()
                .map(During::cell)
                .orElse("");
    }

    private static String cell(Availability each) {
        var text = new StringBuilder(String.format(
                Locale.ROOT, "%.0f %% of %d", Math.floor(100.0 * each.answered() / each.probes()), each.probes()));
        if (!each.millis().isEmpty())
            text.append(String.format(Locale.ROOT, "; %,d / %,d ms", each.p50(), each.worst()));
        each.refused()
                .forEach((code, times) ->
                        text.append("; ").append(times).append(" x ").append(code));
        if (each.unanswered() > 0) text.append("; ").append(each.unanswered()).append(" x no answer");
        return text.toString();
    }

    private Table stores() {
        return new Table(
                "What users were told while nothing was stored",
                List.of("fault", "lasted", "node", "store", "after its beginning"),
                told.stream()
                        .map(each -> List.of(
                                each.fault(),
                                Tables.seconds(each.lastedSeconds()),
                                each.node(),
                                each.state().isEmpty() ? "nothing" : each.state(),
                                each.state().isEmpty() ? "" : Tables.seconds(each.afterSeconds())))
                        .toList());
    }

    private Table flooded() {
        return new Table(
                "A flood, and the sends of others on the same node",
                List.of("node", "", "acknowledged", "missed", "p50", "p95", "worst"),
                floods.stream()
                        .flatMap(flood -> Stream.of(
                                row(flood.node(), "before", flood.calm()),
                                row(flood.node(), "during", flood.flooded()),
                                List.of(
                                        flood.node(),
                                        "ratio",
                                        "",
                                        "",
                                        ratio(flood.p50Ratio()),
                                        ratio(flood.p95Ratio()),
                                        "")))
                        .toList());
    }

    private static List<String> row(String node, String when, Latencies each) {
        return List.of(
                node,
                when,
                Tables.number(each.acknowledged()),
                Tables.number(each.missed()),
                each.p50() + " ms",
                each.p95() + " ms",
                Tables.number(each.worst()) + " ms");
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.1f x", ratio);
    }

    private Table flooders() {
        return new Table(
                "What the flooder did and was told",
                List.of("node", "what", "times"),
                floods.stream()
                        .flatMap(flood -> flood.flooder().entrySet().stream()
                                .map(each -> List.of(flood.node(), each.getKey(), Tables.number(each.getValue()))))
                        .toList());
    }
}
