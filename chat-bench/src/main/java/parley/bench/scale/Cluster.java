package parley.bench.scale;

/**
 * @param nodes chat nodes, among which the people are spread evenly
 * @param cores of each chat node, of the broker, the persister and the database
 * @param receivers sockets that get a message, its sender's not counted
 * @param cellNodes chat nodes that read the same log; all of them, or less where people are parted into cells
 */
public record Cluster(int nodes, int cores, int receivers, int cellNodes) {

    public Cluster {
        if (nodes % cellNodes != 0) throw new IllegalArgumentException("cells of " + cellNodes + " do not make " + nodes + " nodes");
    }

    public static Cluster whole(int nodes, int cores, int receivers) {
        return new Cluster(nodes, cores, receivers, nodes);
    }
}
