package parley.cli;

import java.io.PrintWriter;
import parley.cli.command.ParleyCommand;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Printable;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;

/** Runs one command and ends with its exit code. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
    }

    static int run(PrintWriter out, PrintWriter errors, String... args) {
        return withHelpOption(new CommandLine(new ParleyCommand()))
                .setOut(out)
                .setErr(errors)
                .setExecutionExceptionHandler((failed, command, parsed) -> handle(failed, command.getErr()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }

    /** Every command has the option, except {@code help}, which has one of its own. */
    private static CommandLine withHelpOption(CommandLine line) {
        if (line.getCommand() instanceof HelpCommand) return line;
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
        line.getSubcommands().values().forEach(Main::withHelpOption);
        return line;
    }

    private static int handle(Exception failed, PrintWriter errors) {
        if (failed instanceof CliFailure failure) {
            errors.println("parley: " + Printable.of(failure.getMessage()));
            return failure.exitCode();
        }
        errors.println("parley: this is an error of the command line itself:");
        failed.printStackTrace(errors);
        return ExitCode.FAILED;
    }
}
