package parley.faults.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Formats the cells of tables. */
final class Format {

    private Format() {}

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** A row for each count. */
    static List<List<String>> rows(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> List.of(each.getKey(), number(each.getValue())))
                .toList();
    }
}
