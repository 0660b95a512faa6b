package parley.cli.command;

import parley.cli.terminal.Secrets;
import picocli.CommandLine.Option;

/** A password that is generated, or typed. */
final class NewPasswordOptions {

    @Option(
            names = "--ask",
            description = "Type the new password, or take the first line of standard input. Default: generate one and"
                    + " print it.")
    boolean ask;

    String password(String username) {
        return ask ? Secrets.ask("New password of " + username) : Secrets.generated();
    }
}
