package parley.bench.scale;

/**
 * A simulated cluster. Broker, persister and database of each log have a machine of their own.
 *
 * @param nodes chat nodes, over which users are distributed evenly
 * @param cores of each machine
 * @param receivers sockets that receive a message, without its sender's
 * @param cellNodes chat nodes that share a log
 * @param owned whether only the owner of a partition reads its records, and forwards them to the receivers' nodes
 */
record Cluster(int nodes, int cores, int receivers, int cellNodes, boolean owned) {

    Cluster {
        if (nodes % cellNodes != 0)
            throw new IllegalArgumentException(nodes + " nodes cannot be divided into cells of " + cellNodes);
    }

    /** Parley as it is: one log, which every node reads completely. */
    static Cluster whole(int nodes, int cores, int receivers) {
        return new Cluster(nodes, cores, receivers, nodes, false);
    }

    static Cluster cells(int nodes, int cores, int receivers, int cellNodes) {
        return new Cluster(nodes, cores, receivers, Math.min(nodes, cellNodes), false);
    }

    static Cluster owned(int nodes, int cores, int receivers) {
        return new Cluster(nodes, cores, receivers, nodes, true);
    }
}
