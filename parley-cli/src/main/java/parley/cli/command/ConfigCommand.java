package parley.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import parley.cli.config.ConfigCheck;
import parley.cli.config.ConfigFinding;
import parley.cli.config.SettingCatalog;
import parley.cli.config.Variables;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "config", description = "Work with settings.", subcommands = ConfigCommand.Check.class)
final class ConfigCommand implements Runnable {

    @picocli.CommandLine.Spec
    picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }

    @Command(
            name = "check",
            description = "Find unknown settings and bad values in the environment files of one process, or, without a"
                    + " file, in the environment of this one. Exit code 1 if there are any.")
    static final class Check implements Callable<Integer> {

        @Parameters(
                paramLabel = "FILE",
                arity = "0..*",
                description = "Such as /etc/parley/common.env /etc/parley/chat-1.env; later ones win.")
        List<Path> files = List.of();

        @Mixin
        OutputOptions output;

        @Override
        public Integer call() {
            var check = new ConfigCheck(SettingCatalog.documented());
            var findings = files.isEmpty() ? check.of(Variables.of(System.getenv(), List.of())) : check.of(files);
            var items = Json.array();
            findings.forEach(finding -> items.add(json(finding)));
            output.print(
                    Json.object()
                            .add("settings", check.settings())
                            .add("findings", items)
                            .build(),
                    () -> findings.isEmpty()
                            ? check.settings() + " settings, nothing wrong."
                            : findings.stream().map(ConfigFinding::toString).collect(Collectors.joining("\n")));
            return findings.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }

        private static jakarta.json.JsonObject json(ConfigFinding finding) {
            var json = Json.object();
            if (finding.file() != null)
                json.add("file", finding.file().toString()).add("line", finding.line());
            json.add("name", finding.name()).add("problem", finding.problem());
            if (finding.hint() != null) json.add("didYouMean", finding.hint());
            return json.build();
        }
    }
}
