package parley.cli.command;

import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import parley.cli.rest.RestClient;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import parley.cli.terminal.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "ledger",
        description =
                "Compare what was acknowledged with the log and the database. Exit code 1 if records are missing.")
final class LedgerCommand implements Callable<Integer> {

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Such as 2026-03-01T10:00:00Z. Default: an hour before.")
    String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Default: now.")
    String to;

    @Option(names = "--partition", paramLabel = "N", description = "Only this partition of the log.")
    Integer partition;

    @Mixin
    ServerOptions server;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() {
        var query = new StringBuilder("/api/admin/ledger?");
        if (from != null) query.append("&from=").append(RestClient.encoded(from));
        if (to != null) query.append("&to=").append(RestClient.encoded(to));
        if (partition != null) query.append("&partition=").append(partition);
        var ledger = server.operator().get(query.toString().replace("?&", "?"));
        output.print(ledger, () -> text(ledger));
        return ledger.getString("verdict").equals("missing") ? ExitCode.FAILED : ExitCode.OK;
    }

    private static String text(JsonObject ledger) {
        var table = TextTable.of(
                "PARTITION",
                "VERDICT",
                "ACKNOWLEDGED",
                "LOG",
                "ROWS",
                "EVENTS",
                "REPEATS",
                "PARKED",
                "PENDING",
                "MISSING");
        for (var each : ledger.getJsonArray("partitions").getValuesAs(JsonObject.class))
            row(table, each.get("partition"), each.getString("verdict"), each.getJsonObject("total"));
        row(table, "all", ledger.getString("verdict"), ledger.getJsonObject("total"));
        var text = ledger.getString("from") + " to " + ledger.getString("to") + "\n" + table;
        var missing = ledger.getJsonArray("missing").getValuesAs(JsonObject.class);
        if (missing.isEmpty()) return text;
        var faults = TextTable.of("KIND", "PARTITION", "OFFSET", "COUNT", "MINUTE");
        for (var fault : missing)
            faults.row(
                    fault.getString("kind"),
                    fault.get("partition"),
                    fault.get("offset"),
                    fault.get("count"),
                    Json.text(fault, "minute"));
        return text + "\n\n" + faults;
    }

    private static void row(TextTable table, Object partition, String verdict, JsonObject counts) {
        table.row(
                partition,
                verdict,
                counts.get("acknowledged"),
                counts.get("log"),
                counts.get("rows"),
                counts.get("events"),
                counts.get("repeats"),
                counts.get("parked"),
                counts.get("pending"),
                counts.get("missing"));
    }
}
