package parley.cluster.report;

import java.util.List;

/** A table of a report. The first column names the row. */
public record Table(String title, List<String> head, List<List<String>> rows) {}
