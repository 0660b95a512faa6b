package parley.bench.scale;

/**
 * @param nodes chat nodes, among which the people are spread evenly
 * @param cores of each chat node, of the broker, the persister and the database
 * @param receivers sockets that get a message, its sender's not counted
 * @param cellNodes chat nodes that read the same log; all of them, or less where people are parted into cells
 * @param owned whether a record is read by one node only, which hands it to those whose people get it; otherwise by all
 */
public record Cluster(int nodes, int cores, int receivers, int cellNodes, boolean owned) {

    public Cluster {
        if (nodes % cellNodes != 0)
            throw new IllegalArgumentException("cells of " + cellNodes + " do not make " + nodes + " nodes");
    }

    /** As Parley is: one log, and every node reads all of it. */
    public static Cluster whole(int nodes, int cores, int receivers) {
        return new Cluster(nodes, cores, receivers, nodes, false);
    }

    /** Each cell as Parley is, with a log, broker, persister and database of its own. */
    public static Cluster cells(int nodes, int cores, int receivers, int cellNodes) {
        return new Cluster(nodes, cores, receivers, Math.min(nodes, cellNodes), false);
    }

    /** One log, whose partitions are owned. */
    public static Cluster owned(int nodes, int cores, int receivers) {
        return new Cluster(nodes, cores, receivers, nodes, true);
    }
}
