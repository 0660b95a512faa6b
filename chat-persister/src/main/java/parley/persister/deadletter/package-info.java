/**
 * Dead letters keep what could not be stored, for a replay.
 * <ul>
 * <li>DL-1 A record is parked with its key, value and headers, and with why and where from.
 * <li>DL-2 Nothing passes over a record before the dead letters have it.
 * <li>DL-3 After a crash at that moment it may lie there twice: the same {@code origin-partition},
 *     {@code origin-offset} and {@code epoch} say that it is one.
 * <li>DL-4 A replay reads all of them and leaves them where they are: what became of each stands in the database.
 * </ul>
 */
package parley.persister.deadletter;
