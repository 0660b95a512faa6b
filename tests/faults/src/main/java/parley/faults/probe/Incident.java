package parley.faults.probe;

import java.util.Set;

/**
 * A fault that was injected.
 *
 * @param withoutDatabase the chat nodes that have no database, or a slow one, and no other fault
 * @param nothingIsStored whether users have to be notified
 * @param impaired the chat nodes that need not answer until they have recovered
 * @param toMillis when its cause was removed
 * @param overMillis when everything had recovered
 */
public record Incident(
        String fault,
        Set<String> withoutDatabase,
        boolean nothingIsStored,
        Set<String> impaired,
        long fromMillis,
        long toMillis,
        long overMillis) {

    /** An incident that names no node affects all of them. */
    boolean affects(String node) {
        if (!withoutDatabase.isEmpty()) return withoutDatabase.contains(node);
        return impaired.isEmpty() || impaired.contains(node);
    }

    boolean impairs(String node, long fromMillis, long toMillis) {
        return impaired.contains(node) && toMillis >= this.fromMillis && fromMillis <= overMillis;
    }
}
