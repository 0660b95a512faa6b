package parley.cli.command;

import jakarta.json.JsonStructure;
import java.util.function.Supplier;
import parley.cli.terminal.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --json}, and where the result goes. */
final class OutputOptions {

    @Option(names = "--json", description = "Print the result as JSON.")
    boolean json;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    void print(JsonStructure result, Supplier<String> text) {
        spec.commandLine().getOut().println(json ? Json.pretty(result) : text.get());
    }

    /** What people want to know and scripts do not. */
    void note(String text) {
        if (!json) spec.commandLine().getErr().println(text);
    }

    /** What went wrong, while the command goes on. */
    void warn(String text) {
        spec.commandLine().getErr().println(text);
    }
}
