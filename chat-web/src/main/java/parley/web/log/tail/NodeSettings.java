package parley.web.log.tail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a chat node keeps in memory, and for how long. */
@Dependent
public class NodeSettings {

    /** Memory of an index entry when its hash table is half full. */
    private static final int ENTRY_BYTES = 112;

    /** For how long the index alone recognizes repeats. */
    @Inject
    @ConfigProperty(name = "parley.node.indexMinutes", defaultValue = "5")
    int indexMinutes;

    /** Maximum number of index entries; beyond it, sends are answered {@code unavailable}. 0: a quarter of the heap. */
    @Inject
    @ConfigProperty(name = "parley.node.indexMost", defaultValue = "0")
    int indexMost;

    /** Records that the tail keeps although they are stored. */
    @Inject
    @ConfigProperty(name = "parley.node.tailRecords", defaultValue = "200000")
    int tailRecords;

    /** Bytes of bodies that the tail keeps although they are stored. */
    @Inject
    @ConfigProperty(name = "parley.node.tailBytes", defaultValue = "67108864")
    long tailBytes;

    /** Bytes above which the tail also drops records that are not stored. 0: a quarter of the heap. */
    @Inject
    @ConfigProperty(name = "parley.node.tailMostBytes", defaultValue = "0")
    long tailMostBytes;

    /** Records of each partition that a node reads at startup, beyond what the index needs. */
    @Inject
    @ConfigProperty(name = "parley.node.tailAtStart", defaultValue = "2000")
    int tailAtStart;

    public int indexMinutes() {
        return indexMinutes;
    }

    public int indexMost() {
        return indexMost > 0 ? indexMost : (int) Math.min(Integer.MAX_VALUE, quarterOfHeap() / ENTRY_BYTES);
    }

    public int tailRecords() {
        return tailRecords;
    }

    public long tailBytes() {
        return tailBytes;
    }

    public long tailMostBytes() {
        return tailMostBytes > 0 ? tailMostBytes : quarterOfHeap();
    }

    public int tailAtStart() {
        return tailAtStart;
    }

    private static long quarterOfHeap() {
        return Runtime.getRuntime().maxMemory() / 4;
    }
}
