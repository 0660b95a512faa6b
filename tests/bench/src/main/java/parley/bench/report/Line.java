package parley.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parley.bench.result.Figure;
import parley.cluster.report.Table;

/**
 * A figure with what it is held against.
 *
 * @param limit null where it names none, or none that was measured
 * @param target null where there is none
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

    /** 1 is the limit; less is worse, for times as for rates. */
    Double ratio() {
        if (limit == null) return null;
        boolean rate = figure.unit().endsWith("/s");
        return rate ? figure.value() / limit.value() : limit.value() / figure.value();
    }

    /** What it belongs to: the words before the first comma or colon that a blank follows. */
    String subject() {
        return figure.name().split("[,:] ", 2)[0];
    }

    /** Null where there is no target, or where the target is a share of a limit that was not measured. */
    Boolean isMet() {
        return target == null ? null : target.isMet(figure, ratio()).orElse(null);
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

    /** Those with a target first, then all by what they belong to. */
    static List<Table> tables(List<Line> lines) {
        var tables = new ArrayList<Table>();
        var wanted = lines.stream().filter(line -> line.target != null).toList();
        if (!wanted.isEmpty()) tables.add(table("Targets", wanted));
        Map<String, List<Line>> bySubject =
                lines.stream().collect(Collectors.groupingBy(Line::subject, LinkedHashMap::new, Collectors.toList()));
        bySubject.forEach((subject, some) -> tables.add(table(subject, some)));
        return tables;
    }

    private static Table table(String title, List<Line> lines) {
        return new Table(title, HEAD, lines.stream().map(Line::cells).toList());
    }
}
