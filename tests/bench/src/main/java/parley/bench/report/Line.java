package parley.bench.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parley.bench.result.Figure;
import parley.cluster.client.Json;
import parley.cluster.report.Table;

/**
 * A figure with its limit and its target.
 *
 * @param limit null if the figure has none, or one that was not measured
 * @param target null if there is none
 */
record Line(Figure figure, Figure limit, Target target) {

    private static final List<String> HEAD = List.of("figure", "value", "unit", "limit", "ratio", "target");

    static List<Line> of(List<Figure> figures) {
        var byName =
                figures.stream().collect(Collectors.toMap(Figure::name, figure -> figure, (first, again) -> again));
        return figures.stream()
                .map(figure -> new Line(
                        figure,
                        figure.limit() == null ? null : byName.get(figure.limit()),
                        Target.of(figure).orElse(null)))
                .toList();
    }

    /** 1 means that the limit is reached; less is worse, for times and for rates. */
    Double ratio() {
        if (limit == null) return null;
        boolean rate = figure.unit().endsWith("/s");
        return rate ? figure.value() / limit.value() : limit.value() / figure.value();
    }

    /** The subject of a name: the part before the first comma or colon that is followed by a space. */
    static String subject(String name) {
        return name.split("[,:] ", 2)[0];
    }

    /** Null if there is no target, or the target is a share of a limit that was not measured. */
    Boolean isMet() {
        return target == null ? null : target.isMet(figure, ratio()).orElse(null);
    }

    ObjectNode json() {
        return Json.of(
                "name", figure.name(),
                "value", figure.value(),
                "unit", figure.unit(),
                "limit", figure.limit(),
                "ratio", ratio(),
                "target", target == null ? null : target.toString(),
                "met", isMet());
    }

    private String verdict() {
        var met = isMet();
        return met == null ? "limit not measured" : met ? "met" : "missed";
    }

    private List<String> cells() {
        return List.of(
                figure.name(),
                Numbers.text(figure.value()),
                figure.unit(),
                limit == null ? "" : limit.name() + ": " + Numbers.text(limit.value()),
                ratio() == null ? "" : Numbers.text(ratio()),
                target == null ? "" : target + ": " + verdict());
    }

    /** The figures with a target first, then all figures by subject. */
    static List<Table> tables(List<Line> lines) {
        var tables = new ArrayList<Table>();
        var wanted = lines.stream().filter(line -> line.target != null).toList();
        if (!wanted.isEmpty()) tables.add(table("Targets", wanted));
        Map<String, List<Line>> bySubject = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> subject(line.figure.name()), LinkedHashMap::new, Collectors.toList()));
        bySubject.forEach((subject, some) -> tables.add(table(subject, some)));
        return tables;
    }

    private static Table table(String title, List<Line> lines) {
        return new Table(title, HEAD, lines.stream().map(Line::cells).toList());
    }
}
