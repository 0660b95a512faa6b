package parley.log.supervision;

/**
 * How a supervised task stands.
 *
 * @param up whether it runs, has done what it had to, or succeeded the last time
 * @param restarts how often it failed since the process began
 * @param error the last one, in a line, or null where it never failed
 * @param downSeconds for how long it has not been up; 0 while it is
 */
public record TaskState(String name, boolean up, long restarts, String error, long downSeconds) {

    /** For health: what is wrong, in words. */
    public String words() {
        if (up)
            return restarts == 0 ? "running" : "running, restarted %d times, last after: %s".formatted(restarts, error);
        if (error == null) return "starting";
        return "restarting for %d s after: %s".formatted(downSeconds, error);
    }
}
