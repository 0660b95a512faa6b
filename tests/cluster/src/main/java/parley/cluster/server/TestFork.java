package parley.cluster.server;

/**
 * The number of this JVM among those that run system tests at the same time, from 1: the system property
 * {@code cluster.fork}, as {@code fork-1}. Each has a cluster, a folder, ports and, on an external server, a database of
 * its own.
 */
final class TestFork {

    private static final String PREFIX = "fork-";

    static final int NUMBER = number(System.getProperty("cluster.fork", PREFIX + 1));

    private TestFork() {}

    /** Two JVMs with the same number would damage each other's data, so a wrong value is an error. */
    private static int number(String fork) {
        if (!fork.startsWith(PREFIX))
            throw new IllegalArgumentException("cluster.fork is not " + PREFIX + "N: " + fork);
        return Integer.parseInt(fork.substring(PREFIX.length()));
    }
}
