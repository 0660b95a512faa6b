package parley.faults.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.cluster.report.Report;
import parley.cluster.report.Table;
import parley.faults.flood.FloodResult;
import parley.faults.flood.Latencies;
import parley.faults.probe.Ability;
import parley.faults.probe.Availability;
import parley.faults.probe.Incident;
import parley.faults.probe.Prober;
import parley.faults.probe.StoreNotification;

/**
 * What users experienced during faults.
 *
 * @param store the {@code store} frames that they received
 */
public record During(List<Availability> availability, List<StoreNotification> store, List<FloodResult> floods) {

    public static During of(List<Incident> incidents, Prober prober, List<FloodResult> floods) {
        return new During(
                Availability.of(incidents, prober.observations()),
                StoreNotification.of(incidents, prober.storeFrames()),
                floods);
    }

    /** Of several runs. */
    static During merged(Collection<During> runs) {
        return new During(
                Availability.merged(
                        runs.stream().flatMap(run -> run.availability.stream()).toList()),
                runs.stream().flatMap(run -> run.store.stream()).toList(),
                runs.stream().flatMap(run -> run.floods.stream()).toList());
    }

    public String markdown() {
        return tables().stream().map(Report::markdown).collect(Collectors.joining("\n"));
    }

    List<Table> tables() {
        var tables = new ArrayList<>(List.of(availabilityTable()));
        if (!store.isEmpty()) tables.add(storeTable());
        if (!floods.isEmpty()) tables.addAll(List.of(floodTable(), flooderTable()));
        return tables;
    }

    private Table availabilityTable() {
        var faults = availability.stream().map(Availability::fault).distinct();
        return new Table(
                "During each fault: share answered, median and worst time; errors by code",
                row("fault", Ability::title),
                faults.map(fault -> row(fault, ability -> cell(fault, ability))).toList());
    }

    private static List<String> row(String first, Function<Ability, String> cell) {
        return Stream.concat(Stream.of(first), Stream.of(Ability.values()).map(cell))
                .toList();
    }

    private String cell(String fault, Ability ability) {
        return availability.stream()
                .filter(each -> each.fault().equals(fault) && each.ability() == ability && each.probes() > 0)
                .findFirst()
                .map(During::cell)
                .orElse("");
    }

    private static String cell(Availability each) {
        var parts = new ArrayList<String>();
        parts.add("%d %% of %d".formatted(100 * each.answered() / each.probes(), each.probes()));
        if (!each.millis().isEmpty())
            parts.add(Format.number(each.p50()) + " / " + Format.number(each.worst()) + " ms");
        each.refused().forEach((code, times) -> parts.add(times + " x " + code));
        if (each.unanswered() > 0) parts.add(each.unanswered() + " x no answer");
        return String.join("; ", parts);
    }

    private Table storeTable() {
        return new Table(
                "Notifications while nothing was stored",
                List.of("fault", "duration", "node", "store", "after"),
                store.stream()
                        .map(each -> List.of(
                                each.fault(),
                                Format.seconds(each.lastedSeconds()),
                                each.node(),
                                each.state().isEmpty() ? "none" : each.state(),
                                each.state().isEmpty() ? "" : Format.seconds(each.afterSeconds())))
                        .toList());
    }

    private Table floodTable() {
        return new Table(
                "Sends of other users on a flooded node",
                List.of("node", "", "acknowledged", "missed", "p50", "p95", "worst"),
                floods.stream()
                        .flatMap(flood -> Stream.of(
                                row(flood.node(), "before", flood.before()),
                                row(flood.node(), "during", flood.during()),
                                List.of(
                                        flood.node(),
                                        "ratio",
                                        "",
                                        "",
                                        String.format(Locale.ROOT, "%.1f x", flood.p50Ratio()),
                                        String.format(Locale.ROOT, "%.1f x", flood.p95Ratio()),
                                        "")))
                        .toList());
    }

    private static List<String> row(String node, String when, Latencies each) {
        return List.of(
                node,
                when,
                Format.number(each.acknowledged()),
                Format.number(each.missed()),
                each.p50() + " ms",
                each.p95() + " ms",
                Format.number(each.worst()) + " ms");
    }

    private Table flooderTable() {
        return new Table(
                "Requests of the flooding user, by result",
                List.of("node", "result", "times"),
                floods.stream()
                        .flatMap(flood -> Format.rows(flood.flooder()).stream()
                                .map(row -> List.of(flood.node(), row.getFirst(), row.getLast())))
                        .toList());
    }
}
