package parley.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** All commands. {@code run}, {@code health} and {@code version} are in the shell script, which needs no JVM for them. */
@Command(
        name = "parley",
        description = "Runs and administers Parley.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Of the server itself:",
            "  run [FILE...]                                run this process in the foreground",
            "  health [live|ready|started] [FILE...]        ask it for its health",
            "  version                                      print the version",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 unreachable, 4 refused.",
            "docs/cli.md describes every command."
        },
        subcommands = {
            CommandLine.HelpCommand.class,
            SignInCommand.class,
            SignOutCommand.class,
            CreateOperatorCommand.class,
            InviteCommand.class,
            ResetPasswordCommand.class,
            UsersCommand.class,
            ConversationsCommand.class,
            SignInsCommand.class,
            LedgerCommand.class,
            EpochCommand.class,
            DeadLettersCommand.class,
            ReplayCommand.class,
            RepairCommand.class,
            CommandsCommand.class,
            SearchCommand.class,
            ProbeCommand.class,
            ConfigCommand.class,
            SupportBundleCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        })
public final class ParleyCommand implements Runnable {

    @Spec
    CommandSpec spec;

    /** Without a command. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
