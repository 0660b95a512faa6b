package parley.web.node;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a chat node keeps in memory, and for how long. */
@Dependent
public class NodeSettings {

    /** For how long the index alone recognises repeats. */
    @Inject
    @ConfigProperty(name = "parley.node.indexMinutes", defaultValue = "5")
    int indexMinutes;

    /** Entries of the index; above this intake answers {@code unavailable} rather than forget. */
    @Inject
    @ConfigProperty(name = "parley.node.indexMost", defaultValue = "5000000")
    int indexMost;

    /** Records of the tail that are kept although the database has them. */
    @Inject
    @ConfigProperty(name = "parley.node.tailRecords", defaultValue = "200000")
    int tailRecords;

    /** Bytes of bodies that the tail keeps although the database has them. */
    @Inject
    @ConfigProperty(name = "parley.node.tailBytes", defaultValue = "67108864")
    long tailBytes;

    /** Bytes above which the tail forgets also what the database does not have. */
    @Inject
    @ConfigProperty(name = "parley.node.tailMostBytes", defaultValue = "268435456")
    long tailMostBytes;

    /** Records of each partition that a node reads at its start, beyond what the index needs. */
    @Inject
    @ConfigProperty(name = "parley.node.tailAtStart", defaultValue = "2000")
    int tailAtStart;

    public int indexMinutes() {
        return indexMinutes;
    }

    public int indexMost() {
        return indexMost;
    }

    public int tailRecords() {
        return tailRecords;
    }

    public long tailBytes() {
        return tailBytes;
    }

    public long tailMostBytes() {
        return tailMostBytes;
    }

    public int tailAtStart() {
        return tailAtStart;
    }
}
