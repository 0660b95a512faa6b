package parley.cluster.server;

/**
 * The number of this JVM among those that run system tests at the same time, from 1: the system property
 * {@code cluster.fork}. Each has a cluster, a folder, ports and, on an external server, a database of its own.
 */
final class TestFork {

    static final int NUMBER = Integer.getInteger("cluster.fork", 1);

    private TestFork() {}
}
