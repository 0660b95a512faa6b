package parley.faults.probe;

import java.util.Set;

/**
 * A fault that was made.
 *
 * @param withoutDatabase the chat nodes that have no database, or a slow one, and are well apart from that
 * @param nothingIsStored whether users have to be told so
 * @param impaired the chat nodes of which nothing is asked, until all is as before
 * @param toMillis when its cause was removed
 * @param overMillis when all was as before
 */
public record Incident(
        String fault,
        Set<String> withoutDatabase,
        boolean nothingIsStored,
        Set<String> impaired,
        long fromMillis,
        long toMillis,
        long overMillis) {

    /** Whether it is about this node; one that names no node is about all. */
    boolean concerns(String node) {
        if (!withoutDatabase.isEmpty()) return withoutDatabase.contains(node);
        return impaired.isEmpty() || impaired.contains(node);
    }

    boolean impairs(String node, long fromMillis, long toMillis) {
        return impaired.contains(node) && toMillis >= this.fromMillis && fromMillis <= overMillis;
    }
}
