package parley.system.input;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table as text: the first row has the names of the columns, the first column those of the rows. */
record Table(List<String> columns, Map<String, Map<String, String>> rows) {

    static Table of(String text) {
        var lines =
                text.lines().filter(line -> !line.isBlank()).map(Table::cells).toList();
        var columns = lines.getFirst().subList(1, lines.getFirst().size());
        var rows = new LinkedHashMap<String, Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            if (line.size() != columns.size() + 1)
                throw new IllegalArgumentException("not as many cells as columns: " + line);
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < columns.size(); i++) row.put(columns.get(i), line.get(i + 1));
            if (rows.put(line.getFirst(), row) != null) throw new IllegalArgumentException("twice: " + line);
        }
        return new Table(columns, rows);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }
}
