package parley.cli.command;

import java.util.concurrent.Callable;
import parley.cli.terminal.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "replay", description = "Try again to store every dead letter in its original place.")
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    CommandRun run;

    @Override
    public Integer call() {
        return run.give(Json.object().add("kind", "replay").build());
    }
}
