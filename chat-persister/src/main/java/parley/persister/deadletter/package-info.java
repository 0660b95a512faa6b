/**
 * The dead-letter topic keeps records that could not be stored, for a replay.
 * <ul>
 * <li>A record is parked with its key, value and headers, the reason, and its origin.
 * <li>{@code next_offset} does not move past a record before the dead-letter topic has it.
 * <li>After a crash in between, a record may be parked twice; the copies have the same {@code origin-partition},
 *     {@code origin-offset} and {@code epoch}.
 * <li>A replay reads all dead letters and does not remove them; the database records the outcome of each.
 * </ul>
 */
package parley.persister.deadletter;
