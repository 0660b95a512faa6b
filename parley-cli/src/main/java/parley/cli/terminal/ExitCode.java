package parley.cli.terminal;

/** The exit codes of all commands, as docs/cli.md lists them. */
public final class ExitCode {

    public static final int OK = 0;
    /** The command ran and its result is bad: something is missing, invalid, damaged, or did not succeed. */
    public static final int FAILED = 1;
    /** The command line is wrong, or a setting that the command needs is missing. */
    public static final int USAGE = 2;
    /** The server, or something it needs, does not answer. */
    public static final int UNREACHABLE = 3;
    /** The server refused: no valid token, no permission, or the request contradicts its state. */
    public static final int REFUSED = 4;

    private ExitCode() {}
}
