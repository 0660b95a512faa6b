/**
 * Writes records as rows. Only this component creates message rows.
 * <ul>
 * <li>Rows and {@code next_offset} commit together, under the lock of the partition's row, or not at all.
 * <li>Records below {@code next_offset} are dropped; a batch that begins beyond it is not written.
 * <li>Another log, or the same under a lower epoch, is rejected; under a higher epoch the partition restarts at offset
 *     0.
 * <li>The first record of a (conversation, actor, cid) becomes a row, message or event; the others are recorded as
 *     repeats.
 * <li>A void record leaves its cid unused.
 * <li>An edit or reaction after the revoke of its message produces no row and leaves its cid unused.
 * <li>Messages are numbered densely within their conversation; events are not numbered.
 * <li>A place moves by receipts in their order. Sending a message and joining move the member's own place, unless it
 *     was set back later.
 * <li>A message that cannot be stored gets a placeholder row with its sequence number.
 * <li>A replay stores a record at its own position. A placeholder row keeps its sequence number; without one, later
 *     messages are renumbered. Records that are already stored or recorded as repeats are not changed.
 * <li>The range that a repair gives up is recorded in the transaction that moves {@code next_offset} past it.
 * <li>The transaction that stores a revoke erases the body of its message and of its edits; a replay does not restore
 *     them.
 * </ul>
 */
package parley.persister.store;
