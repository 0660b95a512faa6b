package parley.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table with aligned columns; columns of numbers are aligned to the right. */
public final class TextTable {

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<String> header) {
        this.header = header;
    }

    public static TextTable of(String... header) {
        return new TextTable(List.of(header));
    }

    /** @param cells null for an empty one */
    public TextTable row(Object... cells) {
        var row = new ArrayList<String>();
        for (var cell : cells) row.add(cell == null ? "" : Printable.of(cell.toString()));
        if (row.size() != header.size()) throw new IllegalArgumentException(row + " has not the columns " + header);
        rows.add(row);
        return this;
    }

    @Override
    public String toString() {
        var lines = new ArrayList<List<String>>();
        lines.add(header);
        lines.addAll(rows);
        return lines.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(List<String> cells) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            var padding = " ".repeat(width(column) - length(cell));
            line.append(isNumeric(column) ? padding + cell : cell + padding).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int width = length(header.get(column));
        for (var row : rows) width = Math.max(width, length(row.get(column)));
        return width;
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).matches("-?[0-9.]*"));
    }
}
