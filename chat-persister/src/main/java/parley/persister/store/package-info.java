/**
 * The store writes records as rows. It alone makes and persists message rows.
 * <ul>
 * <li>PS-1 Rows and {@code next_offset} commit together, under the lock of the partition's row, or not at all.
 * <li>PS-2 What lies below {@code next_offset} is dropped; where a batch begins beyond it, nothing is written.
 * <li>PS-3 Another log, or the same under a lower epoch, is refused; under a higher epoch the partition begins anew.
 * <li>PS-4 The first of a (conversation, actor, cid) becomes a row, message or event; the others are recorded repeats.
 * <li>PS-5 A void record takes nothing: its cid is free again.
 * <li>PS-6 An edit or reaction after the revoke of its message becomes no row, and its cid is free again.
 * <li>PS-7 Messages are numbered densely in their conversation; events are not.
 * <li>PS-8 A place read moves only forward; sending moves the sender's own.
 * <li>PS-9 In place of a message that cannot be stored stands a row that says so, with its number.
 * <li>PS-10 A replay stores a record in its own place: the row in its place keeps its number, and where there was none
 *     the later ones move up. What is stored, or was recognised as a repeat, is left as it is.
 * <li>PS-11 What a repair gives up is kept, in the transaction that moves {@code next_offset} past it.
 * <li>PS-12 The transaction that stores a revoke erases the body of its message and of the edits of it; no replay brings
 *     them back.
 * </ul>
 */
package parley.persister.store;
