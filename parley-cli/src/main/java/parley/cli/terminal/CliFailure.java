package parley.cli.terminal;

/** Ends a command with a sentence for the administrator and an exit code of {@link ExitCode}. */
public final class CliFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CliFailure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** What was asked for was tried and did not succeed. */
    public static CliFailure failed(String message) {
        return new CliFailure(ExitCode.FAILED, message, null);
    }

    public static CliFailure failed(String message, Throwable cause) {
        return new CliFailure(ExitCode.FAILED, message, cause);
    }

    /** The command line or the environment is incomplete or contradicts itself. */
    public static CliFailure usage(String message) {
        return new CliFailure(ExitCode.USAGE, message, null);
    }

    public static CliFailure unreachable(String message, Throwable cause) {
        return new CliFailure(ExitCode.UNREACHABLE, message, cause);
    }

    /** The other side answered and does not do it. */
    public static CliFailure refused(String message) {
        return new CliFailure(ExitCode.REFUSED, message, null);
    }

    public int exitCode() {
        return exitCode;
    }
}
