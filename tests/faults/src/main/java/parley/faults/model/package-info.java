/**
 * What must hold of everything that clients did and saw, held against everything that the log, the database and
 * the history say afterwards, record by record.
 * <ul>
 * <li>MO-1 Every acknowledged (conversation, sender, cid) stands in history exactly once, at the place that its
 *     {@code ok} said, with what was sent.
 * <li>MO-2 What was not acknowledged stands there once or not at all.
 * <li>MO-3 Nothing stands there that nobody sent.
 * <li>MO-4 The history of every node, and what every client holds after it settled, is what the log says, in the order
 *     of places, with every change folded in.
 * <li>MO-5 Every offset of the log is exactly one of message, event, repeat, void, revoked and parked, by the rules of
 *     the contract; and no row is there without its record.
 * <li>MO-6 The numbers of a conversation's messages have no holes.
 * </ul>
 * The log is read anew and judged by rules of this package's own: no code of the product is used.
 */
package parley.faults.model;
