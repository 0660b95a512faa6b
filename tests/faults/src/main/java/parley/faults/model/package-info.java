/**
 * Checks a run: compares what clients did and saw with all records of the log, all rows and the complete history.
 * <ul>
 * <li>MO-1 Every acknowledged (conversation, sender, cid) is in the history exactly once, at the position of its
 *     {@code ok}, with the content that was sent.
 * <li>MO-2 An unacknowledged send is there once or not at all.
 * <li>MO-3 Nothing else is there.
 * <li>MO-4 The history of every node, and the view of every client after it settled, equals the log: in the order of
 *     positions, with all changes folded in.
 * <li>MO-5 Every offset of the log is exactly one of message, event, repeat, void, revoked and parked, by the rules of
 *     the contract; no row is without its record.
 * <li>MO-6 The numbers of the messages of a conversation have no gaps.
 * <li>MO-7 Members, roles and attributes of channels are on every node and in the database what the order of the log
 *     makes of them, and nobody received what they may not read.
 * <li>MO-8 Counters are what the order of the log and of the receipts make of them; the last acknowledged place and draft
 *     are kept.
 * </ul>
 * The package implements the rules of the contract itself and uses no code of the product.
 */
package parley.faults.model;
