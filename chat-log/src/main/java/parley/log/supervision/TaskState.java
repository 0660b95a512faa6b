package parley.log.supervision;

/**
 * The state of a supervised task.
 *
 * @param up whether it is running, has completed, or succeeded last time
 * @param restarts its failures since the process started
 * @param error the last failure in one line, or null if it never failed
 * @param downSeconds how long it has been down; 0 while it is up
 */
public record TaskState(String name, boolean up, long restarts, String error, long downSeconds) {

    /** A description for health checks. */
    public String words() {
        if (up)
            return restarts == 0 ? "running" : "running, restarted %d times, last after: %s".formatted(restarts, error);
        if (error == null) return "starting";
        return "restarting for %d s after: %s".formatted(downSeconds, error);
    }
}
