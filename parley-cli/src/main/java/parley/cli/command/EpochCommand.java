package parley.cli.command;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.concurrent.Callable;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import parley.cli.terminal.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "epoch",
        description = "Show the epoch and the identity of the log, and how far the database is in each partition.")
final class EpochCommand implements Callable<Integer> {

    @Mixin
    ServerOptions server;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() {
        // The shortest ledger: only its frame is wanted.
        var now = Instant.now();
        var ledger = server.operator().get("/api/admin/ledger?from=" + now.minusSeconds(60) + "&to=" + now);
        var partitions = Json.array();
        for (var each : ledger.getJsonArray("partitions").getValuesAs(JsonObject.class))
            partitions.add(Json.object()
                    .add("partition", each.get("partition"))
                    .add("begins", each.get("begins"))
                    .add("ends", each.get("ends"))
                    .add("nextOffset", each.get("nextOffset"))
                    .add("behind", Math.max(0, Json.number(each, "ends") - Json.number(each, "nextOffset")))
                    .add("stopped", each.get("stopped")));
        var result = Json.object()
                .add("epoch", ledger.get("epoch"))
                .add("topicId", ledger.get("topicId"))
                .add("partitions", partitions)
                .build();
        output.print(result, () -> text(result));
        return ExitCode.OK;
    }

    private static String text(JsonObject result) {
        var table = TextTable.of("PARTITION", "BEGINS", "ENDS", "NEXT OFFSET", "BEHIND", "STOPPED");
        for (var each : result.getJsonArray("partitions").getValuesAs(JsonObject.class))
            table.row(
                    each.get("partition"),
                    each.get("begins"),
                    each.get("ends"),
                    each.get("nextOffset"),
                    each.get("behind"),
                    each.getBoolean("stopped") ? "yes" : "no");
        return "Epoch " + result.get("epoch") + " of topic " + result.getString("topicId") + "\n" + table;
    }
}
