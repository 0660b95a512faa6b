package parley.cli.command;

import java.util.concurrent.Callable;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "repair",
        description = "Let a stopped partition continue after the log lost records. This gives up the lost records for"
                + " good.")
final class RepairCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PARTITION")
    int partition;

    @Option(names = "--yes", description = "Required: the lost records are given up.")
    boolean sure;

    @Mixin
    CommandRun run;

    @Override
    public Integer call() {
        if (!sure)
            throw CliFailure.usage("a repair gives up what the log lost, for good. If you can restore the log, do that."
                    + " Otherwise add --yes");
        return run.give(
                Json.object().add("kind", "repair").add("partition", partition).build());
    }
}
