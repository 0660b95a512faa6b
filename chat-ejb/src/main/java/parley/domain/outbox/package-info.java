/**
 * The outbox: what a committed transaction owes to the log.
 * <ul>
 * <li>OB-1 An entry leaves the table only after the log has it; whoever dies in between sends it again.
 * <li>OB-2 An entry has its own cid, so that the log's readers recognise the second time.
 * </ul>
 */
package parley.domain.outbox;
