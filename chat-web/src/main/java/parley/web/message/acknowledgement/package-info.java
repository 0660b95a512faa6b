/**
 * Records which offsets this node acknowledged as new, for the ledger.
 * <ul>
 * <li>Each {@code ok} that is not a repeat is recorded by partition and offset, in memory and without waiting.
 * <li>What was recorded is published to {@code chat_acknowledged} every five seconds and at shutdown. A node that is
 *     killed loses what it has not published: such a record is in the log without a note, which is not an error.
 * <li>Notes that the log did not take are published again; duplicate notes count once.
 * </ul>
 */
package parley.web.message.acknowledgement;
